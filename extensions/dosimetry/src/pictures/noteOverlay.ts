/** A sentence over the lower edge of a node. The returned function takes it away. */
export function noteOverlay(node: HTMLElement, sentence: string): () => void {
  const note = document.createElement('p');
  note.className = 'gw-overlay-note';
  note.setAttribute('role', 'status');
  note.setAttribute('data-cy', 'gw-picture-missing');
  note.textContent = sentence;
  node.append(note);
  return () => note.remove();
}
