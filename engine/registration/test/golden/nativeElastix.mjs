/**
 * Makes nativeElastix.json: the runs of one registration by native elastix (Debian package elastix, 5.0.1), which shares no build with the
 * WebAssembly one. Each run starts where the one before ended in the same way as alignRigid does it.
 *
 * node --conditions=@graywise/source --import ./engine/registration/test/support/sourceHooks.mjs engine/registration/test/golden/nativeElastix.mjs
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignRigid } from '../../src/align/alignRigid.ts';
import { goldenPair } from './goldenPair.ts';

const folder = mkdtempSync(join(tmpdir(), 'elastix-'));

function writeImage(name, { size, spacing, origin, direction: d, data }) {
  const header = [
    'ObjectType = Image', 'NDims = 3', 'BinaryData = True', 'BinaryDataByteOrderMSB = False', 'CompressedData = False',
    `TransformMatrix = ${[d[0], d[3], d[6], d[1], d[4], d[7], d[2], d[5], d[8]].join(' ')}`,
    `Offset = ${origin.join(' ')}`, 'CenterOfRotation = 0 0 0', `ElementSpacing = ${spacing.join(' ')}`, `DimSize = ${size.join(' ')}`,
    'ElementType = MET_FLOAT', 'ElementDataFile = LOCAL', '',
  ]; // prettier-ignore
  writeFileSync(
    join(folder, name),
    Buffer.concat([Buffer.from(header.join('\n')), Buffer.from(data.buffer, data.byteOffset, data.byteLength)]),
  );
}

function parametersText(parameters) {
  const quoted = value => (Number.isNaN(Number(value)) ? `"${value}"` : value);
  return Object.entries({ FixedInternalImagePixelType: ['float'], MovingInternalImagePixelType: ['float'], ...parameters })
    .map(([key, values]) => `(${key} ${values.map(quoted).join(' ')})`)
    .join('\n');
}

function listOf(text, key) {
  return text
    .match(new RegExp(`\\(${key} ([^)]*)\\)`))[1]
    .split(' ')
    .map(Number);
}

const native = {
  async elastix(parameters, fixed, moving) {
    writeImage('fixed.mha', fixed);
    writeImage('moving.mha', moving);
    writeFileSync(join(folder, 'parameters.txt'), parametersText(parameters));
    const files = ['fixed.mha', 'moving.mha', 'parameters.txt'].map(name => join(folder, name));
    execFileSync('elastix', ['-f', files[0], '-m', files[1], '-p', files[2], '-out', folder, '-threads', '1'], { stdio: 'ignore' });
    const text = readFileSync(join(folder, 'TransformParameters.0.txt'), 'utf8');
    const transformType = { transformParameterization: 'Euler3D', parametersValueType: 'float64', inputDimension: 3, outputDimension: 3 };
    return [
      { transformType, parameters: listOf(text, 'TransformParameters'), fixedParameters: [...listOf(text, 'CenterOfRotationPoint'), 0] },
    ];
  },
};

const { matrixLps } = await alignRigid(native, goldenPair());
const program = execFileSync('elastix', ['--version'], { encoding: 'utf8' }).trim();
writeFileSync(new URL('nativeElastix.json', import.meta.url), `${JSON.stringify({ program, matrixLps }, null, 2)}\n`);
rmSync(folder, { recursive: true });
