import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * A baseline in a process of its own that stays ready between its turns: for each line on its standard input it does the work once and answers with one
 * line, a number or JSON; it ends when its input ends.
 *
 * Gives `ask(line)`, the answer as a value, and `end()`. Rejects with the process's own words when it ends too early.
 */
export function startContender(command, args) {
  const child = spawn(command, args.map(String), { stdio: ['pipe', 'pipe', 'pipe'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let words = '';
  child.stderr.on('data', text => (words += text));
  const ended = new Promise((resolve, reject) => child.on('close', resolve).on('error', reject));
  // What it writes to a process that has just died is answered by the missing answer.
  child.stdin.on('error', () => {});
  return {
    async ask(line = 'go') {
      child.stdin.write(`${line}\n`);
      const { done, value } = await answers.next();
      if (!done) return JSON.parse(value);
      await ended;
      throw new Error(`${command} ${args.join(' ')} ended without an answer:\n${words}`);
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
