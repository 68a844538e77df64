import { THEME } from './theme.js';

let installed = false;

/** Adds the classes to the page once, as a constructed sheet: a Content-Security-Policy without inline styles allows it. */
export function installTheme(): void {
  if (installed) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(THEME);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  installed = true;
}
