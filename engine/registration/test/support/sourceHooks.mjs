/** Lets Node run the sources as they are: an import of './x.js' that is not there is answered by './x.ts', whose types Node strips itself. */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, next) {
    if (!specifier.startsWith('.') || !specifier.endsWith('.js') || !context.parentURL?.startsWith('file:'))
      return next(specifier, context);
    const url = new URL(specifier, context.parentURL);
    return existsSync(fileURLToPath(url)) ? next(specifier, context) : next(specifier.replace(/\.js$/, '.ts'), context);
  },
});
