import { GraywiseError } from '@graywise/physics';
import { useRef, useState } from 'react';

/** Files that a person chose, as they were read, and what was wrong with one of them: then none counts. */
interface ReadFiles<T> {
  readonly read: readonly T[];
  readonly fault: GraywiseError | null;
  readonly choose: (files: readonly File[]) => void;
}

/** Reads the files of a form as soon as they are chosen. `readOne` throws GraywiseError for a file that is not as it should be. */
export function useReadFiles<T>(readOne: (file: File) => Promise<T>): ReadFiles<T> {
  const [read, setRead] = useState<readonly T[]>([]);
  const [fault, setFault] = useState<GraywiseError | null>(null);
  const choices = useRef(0);
  const choose = async (files: readonly File[]): Promise<void> => {
    const choice = ++choices.current;
    setRead([]);
    setFault(null);
    const found = await Promise.all(files.map(readOne)).catch((refused: unknown) => refused);
    // Another choice was made meanwhile.
    if (choice !== choices.current) return;
    if (Array.isArray(found)) setRead(found as T[]);
    else if (found instanceof GraywiseError) setFault(found);
    else throw found;
  };
  return { read, fault, choose: files => void choose(files) };
}
