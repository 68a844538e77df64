import type { Warning } from '@graywise/physics';
import { groupWarnings } from './groupWarnings.js';

/** Warnings, each once, with its sentence and, small, its code. Marked by a sign and a border, not by colour alone. */
export function WarningList({ warnings }: { readonly warnings: readonly Warning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="gw-warnings" aria-label="Warnings" data-cy="gw-warnings">
      {groupWarnings(warnings).map((warning, index) => (
        <li key={index} className="gw-note gw-note-amber">
          <span aria-hidden="true" className="gw-sign">
            ⚠
          </span>
          <span>
            {warning.message} <small className="gw-code">{warning.code}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
