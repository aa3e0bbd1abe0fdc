import { useMemo, useRef, useState } from 'react';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useForm } from './context.ts';
import { mayNeedQuotes } from '../model/quotes.ts';
import { nextMark } from './nextMark.ts';

/** Editing of one place from focus to blur: one step in the undo history, which Escape takes back. */
export interface EditSession {
  /** Writes; false if it was refused (then `refused` says why). */
  set(value: YamlValue): boolean;
  remove(keep?: Path): boolean;
  /** Gives a key another name where it stands, and then another value if one is given. */
  rename(at: Path, key: string, value?: YamlValue): boolean;
  end(): void;
  /** Takes back what was written since the session began; false if nothing was. */
  cancel(): boolean;
  readonly refused: string | null;
}

interface Writing {
  readonly mark: string;
  /** Something on the way may have been written in quotes that the last text does not need. */
  doubtful: boolean;
  last: YamlValue | undefined;
}

export function useEditSession(path: Path): EditSession {
  const form = useForm();
  const [refused, setRefused] = useState<string | null>(null);
  const writing = useRef<Writing | null>(null);
  const steps = useMemo(() => {
    const write = (apply: (mark: string) => string | null, value?: YamlValue) => {
      writing.current ??= { mark: nextMark(), doubtful: false, last: undefined };
      const { current } = writing;
      const sentence = apply(current.mark);
      setRefused(sentence);
      if (sentence !== null) return false;
      if (typeof current.last === 'string' && mayNeedQuotes(current.last)) current.doubtful = true;
      current.last = value;
      return true;
    };
    /** What was typed letter by letter is written as if it had been written at once. */
    const condense = ({ mark, doubtful, last }: Writing) => {
      if (!doubtful || last === undefined || form.swapped.has(mark)) return;
      form.cancelMark(mark);
      setRefused(form.set(path, last, mark));
    };
    return {
      set: (value: YamlValue) => write((mark) => form.set(path, value, mark), value),
      remove: (keep?: Path) => write((mark) => form.remove(path, keep, mark)),
      rename: (at: Path, key: string, value?: YamlValue) =>
        write((mark) => form.rename(at, key, value, mark)),
      end() {
        const { current } = writing;
        if (current === null) return;
        writing.current = null;
        condense(current);
        form.endMark();
      },
      cancel() {
        setRefused(null);
        const { current } = writing;
        if (current === null) return false;
        form.cancelMark(current.mark);
        writing.current = null;
        return true;
      },
    };
  }, [form, path]);
  return useMemo(() => ({ ...steps, refused }), [steps, refused]);
}
