const COST =
  /^(costs?|costly|price[sd]?|pric(ey|ing)|expens(e|es|ive)|money|budget(s|ary)?|cheap(er|est)?|fund(s|ing|ed)?|financ\w*|tariffs?|reimburse\w*|afford\w*|saving?s?)$/;
const FILLER =
  /^(a|an|the|of|to|for|by|on|in|at|is|was|are|be|it|its|this|that|too|so|very|and|or|as|because|due|high|higher|low|lower|less|more|much|limit(s|ed)?|constraints?|grounds?|reasons?|only|alone|save|reduce[sd]?|not|no|we|our|cannot|can|drug|activity|treatment|hospital|department|per|cycle|vial)$/;

/** Whether a reason names cost and nothing else: cost alone justifies no exposure and no less care. Words in English. */
export function namesCostAlone(reason: string): boolean {
  const words = reason
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '' && !FILLER.test(word));
  return words.length > 0 && words.every(word => COST.test(word));
}
