/** What one error says: `{name}` is replaced by the detail of that name. */
interface ErrorEntry {
  readonly message: string;
  readonly hint: string;
}

/**
 * Every refusal Graywise can make, in one table. docs/errors.md is the same table for people; a test keeps them equal.
 *
 * Message: what was expected and what was found. Hint: what to do about it.
 */
export const ERROR_TABLE = {
  GW_NOT_FINITE: { message: 'Expected a finite number of {unit}, found {found}.', hint: 'Check the value that was entered or read.' },
  GW_MEMORY: {
    message: 'A block of {found} MiB of memory was needed and there is no more.',
    hint: 'Close other pages or programs, or use larger voxels, and run the step again.',
  },
  GW_NEGATIVE: {
    message: 'Expected a number of {unit} of zero or more, found {found}.',
    hint: 'Check the sign of the value that was entered or read.',
  },
  GW_DATE_TIME: {
    message: 'Expected a full date and time in {where}, found "{found}".',
    hint: 'Correct the date and time in the source system, or give them in the facts file.',
  },
  GW_NO_IMAGES: {
    message: 'Expected DICOM images in {where}, found none.',
    hint: 'Choose the folder or study that holds the SPECT/CT series of the cycle.',
  },
  GW_NOT_DICOM: {
    message: 'Expected a DICOM object in {where}, but it could not be read: {found}.',
    hint: 'Export the object again from the archive.',
  },
  GW_MISSING_TAG: {
    message: 'Expected {tag} in {where}, found nothing.',
    hint: 'Complete the attribute at the source, or give the fact in the facts file.',
  },
  GW_UNIT_UNKNOWN: {
    message: 'Expected counts or Bq/mL in {where}, found "{found}".',
    hint: 'Export the reconstruction as counts or as Bq/mL.',
  },
  GW_OTHER_PATIENT: {
    message: 'Expected one patient, found another patient among the series of {where}.',
    hint: 'Remove the series of the other patient from the study, then run again.',
  },
  GW_SCAN_BEFORE_ADMINISTRATION: {
    message: 'Scan {timePoint} was taken {found} before the administration.',
    hint: 'Check the clock of the camera and the time of administration.',
  },
  GW_NO_ADMINISTRATION: {
    message: 'Expected the administered activity and its time for cycle {cycle}, found neither in the images nor in the facts.',
    hint: 'Give the administration in the facts file or in the Calibrate step.',
  },
  GW_NO_CALIBRATION: {
    message: 'Expected a camera calibration for {where}, found none.',
    hint: 'Add the calibration acquisition and the activity of its source to the study or the facts file.',
  },
  GW_CALIBRATION_MISMATCH: {
    message: 'Expected a calibration of {expected}, found one of {found}.',
    hint: 'Use a calibration made with the same camera, collimator, nuclide, energy window and reconstruction.',
  },
  GW_CALIBRATION_EXPIRED: {
    message: 'The calibration of {found} is not valid on {expected}.',
    hint: 'Repeat the calibration, or state its validity in the facts file.',
  },
  GW_RESOLUTION: {
    message: 'Expected hot spheres whose image gives the resolution, found {found}.',
    hint: 'Check the diameters and centres of the spheres in the facts file, or state the resolution there instead.',
  },
  GW_DEAD_TIME: {
    message: 'The count rate of {found} per second is outside the range that the calibration covers, up to {expected}.',
    hint: 'State a dead-time model in the facts file, or leave this scan out.',
  },
  GW_TOO_FEW_COUNTS: {
    message: 'Expected an image with counts in {where}, found {found}.',
    hint: 'Check the acquisition and its reconstruction.',
  },
  GW_CALIBRATION_CUT: {
    message: 'Expected the whole source inside the field of view of {where}, but it is cut off and its volume is not stated.',
    hint: 'State the filled volume of the source in the facts file, or repeat the acquisition with the whole source in view.',
  },
  GW_FACTS_CONFLICT: {
    message: 'The facts say {expected} for {where}, the images say {found}.',
    hint: 'Correct the one that is wrong; neither is preferred silently.',
  },
  GW_FACTS_INVALID: {
    message: 'Expected {expected} at {where} of the facts file, found {found}.',
    hint: 'Correct the facts file; docs/facts.md describes every field.',
  },
  GW_UNKNOWN_NUCLIDE: {
    message: 'Expected a radionuclide of the decay tables, found "{found}".',
    hint: 'Check the radionuclide code of the images, or state the radiopharmaceutical in the facts file.',
  },
  GW_HALF_LIFE_CONFLICT: {
    message: 'The images state a half-life of {found} h for {nuclide}, the decay table {expected} h.',
    hint: 'Check the isotope database of the camera.',
  },
  GW_TOO_FEW_TIME_POINTS: {
    message: 'Expected at least two time points for the curve of {where}, found {found}.',
    hint: "Add another scan, or choose what its half-life is: the patient's own, that of a population, or one that you state.",
  },
  GW_PIXELS_TRUNCATED: {
    message: 'Expected {expected} bytes of pixel data in {where}, found {found}.',
    hint: 'Send the object again from the camera; a transfer was cut short.',
  },
  GW_TRANSFER_SYNTAX: {
    message: 'The pixel data of {where} is compressed as {found}, which cannot be decoded here.',
    hint: 'Ask the archive for an uncompressed transfer syntax.',
  },
  GW_FRAME_MISMATCH: {
    message: 'The SPECT of scan {timePoint} and its CT are in different frames of reference.',
    hint: 'Use the CT of the same session, or register the pair and store the registration.',
  },
  GW_TRANSFORM_FRAMES: {
    message: 'Expected a volume or transform in frame of reference {expected}, found {found}.',
    hint: 'Use the transform that was found for this pair of scans.',
  },
  GW_SEGMENTATION_FRAME: {
    message: 'The regions of {where} are drawn in a frame of reference that belongs to no scan of the cycle.',
    hint: 'Draw the regions on one of the scans of this cycle.',
  },
  GW_SEGMENTATION_SCAN: {
    message:
      'The regions of {where} lie in a frame of reference that {found} scans share, and do not say on which of them they were drawn.',
    hint: 'Export the regions together with their reference to the images they were drawn on.',
  },
  GW_OUTSIDE_CT: {
    message: 'The CT does not cover the region {where}.',
    hint: 'Use a CT that covers every region, or leave this region out.',
  },
  GW_NO_REGIONS: {
    message: 'Expected regions drawn on one of the scans (SEG or RTSTRUCT), found none.',
    hint: 'Draw the kidneys, the organs at risk and the lesions, and store them.',
  },
  GW_GEOMETRY: {
    message: 'The slices of {where} do not form a regular volume: {found}.',
    hint: 'Export the whole series with equal slice spacing.',
  },
  GW_ORIENTATION: {
    message: 'The orientation of {where} cannot be read: {found}.',
    hint: 'Export the series with its patient position and image orientation.',
  },
  GW_ENERGY_WINDOW: {
    message: 'Expected one photopeak window of {nuclide} in {where}, found {found}.',
    hint: 'Export the photopeak reconstruction on its own, or name its window.',
  },
  GW_TWO_RECONSTRUCTIONS: {
    message: 'Expected one reconstruction of each scan, found {found}: {where}.',
    hint: 'Leave only the reconstruction that should be measured.',
  },
  GW_NO_OVERLAP: { message: 'Scans {fixed} and {moving} do not overlap.', hint: 'Check that both cover the same part of the body.' },
  GW_NOT_REGISTRABLE: {
    message: 'The image of {where} cannot be registered: {found}.',
    hint: 'Check the image; it must be finite, not constant and within the size limit.',
  },
  GW_REGISTRATION_GATE: {
    message: 'The registration of scan {moving} to scan {fixed} did not pass its gate: {found}.',
    hint: 'Look at the fused images, then accept it with a reason or leave the scan out.',
  },
  GW_IMAGE_TOO_LARGE: { message: 'Expected at most {expected} voxels, found {found}.', hint: 'Reconstruct on a coarser grid.' },
  GW_FIT_FAILED: {
    message: 'No time-activity fit was possible for {where}: {found}.',
    hint: 'Look at the curve; leave out the scan that is wrong or state an effective half-life.',
  },
  GW_PRIOR_REFUSED: {
    message: 'Expected {expected} for the {where}, found {found}.',
    hint: 'Check value, unit and normalisation against the publication; a dose per cycle is stated in Gy with the activity of the cycle.',
  },
  GW_LIMIT_INVALID: {
    message: 'Expected a limit or target such as kidneys:23Gy, found "{found}".',
    hint: 'Write the region, a colon, the value and Gy, GyBED or GyEQD2; BED and EQD2 need the radiobiology of the region.',
  },
  GW_DICOM_VALUE: {
    message: 'Expected {expected} in {tag}, found "{found}".',
    hint: 'Correct the value at its source; DICOM cannot hold it, and Graywise does not shorten identifiers.',
  },
  GW_RBE_MIXED: {
    message: 'Expected doses in {expected}, found one in {found}.',
    hint: 'Doses weighted by different RBE are different quantities; weight the absorbed doses alike first.',
  },
  GW_NO_RECORD: {
    message: 'Expected a stored verification of an earlier cycle, found none for cycle {cycle}.',
    hint: 'Verify and store the earlier cycle first.',
  },
  GW_REGION_UNKNOWN: {
    message: 'Expected the region {expected} among the verified regions, found {found}.',
    hint: 'Use the name of a verified region, or draw and verify that region first.',
  },
  GW_COURSE_MIXED: {
    message: 'Expected every cycle with {expected}, found cycle {cycle} with {found}.',
    hint: 'Dose per activity does not carry over from one radionuclide to another; plan each of them by its own cycles.',
  },
  GW_NOTHING_FEASIBLE: {
    message: 'No activity keeps every limit: {binding} is already at its limit.',
    hint: 'Change the limits, the risk accepted or the number of cycles left.',
  },
  GW_PROTOCOL_INVALID: {
    message: 'Expected {expected} at {where} of the protocol file, found {found}.',
    hint: 'Correct the file; graywise protocols --json prints the shipped ones in the same form.',
  },
  GW_REASON_MISSING: {
    message: 'Expected {expected}, found none.',
    hint: 'A choice other than the suggestion needs a reason, and one that passes the risk accepted the name of the person who takes it.',
  },
  GW_RECORD_UNREADABLE: {
    message: 'The stored record in {where} cannot be restored: {found}.',
    hint: 'It was written by another version; verify the cycle again.',
  },
  GW_ARCHIVE_GONE: {
    message: 'The archive did not accept the record: {found}.',
    hint: 'Nothing was kept in part; it is safe to store again.',
  },
  GW_ARCHIVE_REFUSED: { message: 'The archive refused {where}: {found}.', hint: 'Check the permissions and the space of the archive.' },
  GW_PORT_IN_USE: {
    message: 'Expected port {port} of this machine to be free, found another program listening on it.',
    hint: 'Choose another port with --port, or end the other program.',
  },
  GW_VIEWER_MISSING: {
    message: 'Expected OHIF {found} unpacked in .work/ohif, found nothing.',
    hint: 'Run npm run ohif -w viewer once, with a network connection.',
  },
  GW_ORTHANC: {
    message: 'Expected a running Orthanc, but {found}.',
    hint: 'Install the packages orthanc and orthanc-dicomweb, or use the embedded archive.',
  },
  GW_ORGAN_UNKNOWN: {
    message: 'Expected an organ of the {model}, found "{found}".',
    hint: 'Choose one of {known}; a patient has other regions by their drawings only.',
  },
  GW_ORGAN_PAIR: {
    message: 'Expected a pair of organs with photon fractions in the {model}, found {source} as source and {target} as target.',
    hint: 'Contents of hollow organs, bone and bone surfaces have fractions for some pairs only; choose another source or target.',
  },
  GW_CANCELLED: { message: 'The work was cancelled during {where}.', hint: 'Run it again when ready.' },
  GW_USAGE: { message: 'Expected {expected}, found {found}.', hint: 'See graywise --help.' },
} as const satisfies Record<`GW_${string}`, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;
