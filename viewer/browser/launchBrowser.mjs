import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const executables = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome'];

// Rendering by software: a machine without a graphics card draws the same pictures. The rest keeps the browser off the network.
const args = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Opens the machine's own Chromium (or the one that CHROMIUM names) with one page.
 *
 * Everything that goes wrong on the page is collected: `problems` are errors of the page and the console, violations of the
 * Content-Security-Policy first among them; `foreignRequests` are requests to anywhere but this machine.
 */
export async function launchBrowser({ width = 1600, height = 950 } = {}) {
  const executablePath = process.env.CHROMIUM ?? executables.find(file => existsSync(file));
  if (executablePath === undefined)
    throw new Error('Chromium is not installed. Install it, or name it with the environment variable CHROMIUM.');
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: { width, height } });
  // A machine with much else to do answers late, and that is no fault.
  page.setDefaultTimeout(120_000);
  const problems = [];
  const foreignRequests = [];
  page.on('pageerror', error => problems.push(`page: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('request', request => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1') foreignRequests.push(request.url());
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', event => {
      console.error(
        `Content-Security-Policy: ${event.violatedDirective} refuses ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`,
      );
    });
  });
  return { page, problems, foreignRequests, close: () => browser.close() };
}
