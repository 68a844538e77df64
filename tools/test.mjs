import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDebianPackages, ensureInstalled, node, root, run } from './ensureInstalled.mjs';

/**
 * `npm test`: types, lint, unit and phantom tests, then the real viewer in a real browser.
 *
 * The independent judges (Orthanc, dcmtk, dicom3tools, pydicom, SciPy, gcc) and Chromium come from Debian's packages.
 */
ensureInstalled();
ensureDebianPackages([
  { program: 'chromium', name: 'chromium' },
  { program: 'Orthanc', name: 'orthanc' },
  { program: '/usr/share/orthanc/plugins/libOrthancDicomWeb.so', name: 'orthanc-dicomweb' },
  { program: 'dcmdump', name: 'dcmtk' },
  { program: 'dciodvfy', name: 'dicom3tools' },
  { program: '/usr/share/doc/python3-pydicom', name: 'python3-pydicom' },
  { program: '/usr/share/doc/python3-scipy', name: 'python3-scipy' },
  { program: 'gcc', name: 'gcc' },
  { program: '/usr/include/stdlib.h', name: 'libc6-dev' },
]);

const results = join(root, '.work', 'jest-results.json');
rmSync(results, { force: true });
run('npm', ['run', '--silent', 'build']);
run(join(root, 'node_modules', '.bin', 'tsc'), ['-p', 'tsconfig.tests.json']);
run('npm', ['run', '--silent', 'lint']);
// Two files at a time: of two processors jest would use one.
run(node, [join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--maxWorkers=2', '--json', `--outputFile=${results}`]);
run('npm', ['run', '--silent', 'test:browser', '-w', 'viewer']);
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8'));
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
