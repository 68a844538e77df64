import { formatInstant, type Instant } from '@graywise/physics';
import { formatMoment } from '../format/formatMoment.js';

/** A date and time; the zone shows on hover. */
export function Moment({ at }: { readonly at: Instant }) {
  return (
    <time dateTime={formatInstant(at)} title={formatInstant(at)}>
      {formatMoment(at)}
    </time>
  );
}
