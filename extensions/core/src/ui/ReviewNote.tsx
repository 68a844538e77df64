/** Stands wherever doses are shown. */
export function ReviewNote() {
  return <p className="gw-review">For review by a medical physics expert. Not a substitute for clinical judgement.</p>;
}
