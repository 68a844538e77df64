import { useCourse } from '@graywise/extension-core';
import { useContext, useState } from 'react';
import { DrawingToolsContext } from './drawingTools.js';

/** Draw with the viewer's tools, then use what was drawn: it is stored as SEG, so that the record rests on DICOM alone. */
export function DrawnRegions() {
  const tools = useContext(DrawingToolsContext);
  const { state } = useCourse();
  const [drawn, setDrawn] = useState(() => tools?.drawn() ?? []);
  if (!tools) return null;
  return (
    <section className="gw-stack">
      <h4 className="gw-subtitle">Draw or correct regions</h4>
      <p className="gw-quiet">Name each segment after its region: kidney-left, kidney-right, liver, spleen, red-marrow, lesion-1.</p>
      <span className="gw-row">
        <button type="button" className="gw-button" data-cy="gw-open-drawing" onClick={() => tools.open()}>
          Open the drawing tools
        </button>
        <button type="button" className="gw-button gw-button-quiet" onClick={() => setDrawn(tools.drawn())}>
          Look for drawn regions
        </button>
      </span>
      {drawn.map(({ segmentationId, label }) => (
        <span key={segmentationId} className="gw-row">
          <span>{label}</span>
          <button
            type="button"
            className="gw-button"
            disabled={state.running !== null}
            data-cy="gw-use-drawn"
            onClick={() => void tools.use(segmentationId)}
          >
            Store and use
          </button>
        </span>
      ))}
    </section>
  );
}
