import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { CONVOLUTION_WASM } from '../../src/generated/convolutionWasm';

const tools = join(__dirname, '..', '..', 'tools');

/** The bytes of a module as a process of its own builds them, in base64. */
function build(name: string): string {
  const program = `
    const { compileModule } = await import(${JSON.stringify(join(tools, 'buildWasm.mjs'))});
    const { modules, readSources } = await import(${JSON.stringify(join(tools, 'modules.mjs'))});
    const module = modules.find(known => known.name === ${JSON.stringify(name)});
    process.stdout.write(Buffer.from(await compileModule(module, readSources())).toString('base64'));`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8', maxBuffer: 1e8 });
}

test('F6 building a module again gives the bytes that were built before this test', () => {
  expect(build('convolution')).toBe(CONVOLUTION_WASM);
});
