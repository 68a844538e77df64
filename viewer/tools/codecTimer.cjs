/**
 * Stands in for the stop-watch of @cornerstonejs/dicom-codec, which knows Node and pages but fails in a web worker, where we decode. The time
 * it would report is used by nobody.
 */
module.exports = () => ({ init: () => undefined, end: () => undefined, getDuration: () => 0 });
