/** What people call a region that nobody has drawn yet: "kidneys" is "Kidneys", "red-marrow" is "Red marrow". */
export function regionTitle(name: string): string {
  const words = name.replaceAll('-', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
