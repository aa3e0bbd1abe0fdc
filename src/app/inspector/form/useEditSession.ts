import { useMemo, useRef, useState } from 'react';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useForm } from './context.ts';
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

export function useEditSession(path: Path): EditSession {
  const form = useForm();
  const [refused, setRefused] = useState<string | null>(null);
  const mark = useRef<string | null>(null);
  const steps = useMemo(() => {
    const write = (apply: (mark: string) => string | null) => {
      mark.current ??= nextMark();
      const sentence = apply(mark.current);
      setRefused(sentence);
      return sentence === null;
    };
    return {
      set: (value: YamlValue) => write((current) => form.set(path, value, current)),
      remove: (keep?: Path) => write((current) => form.remove(path, keep, current)),
      rename: (at: Path, key: string, value?: YamlValue) =>
        write((current) => form.rename(at, key, value, current)),
      end() {
        if (mark.current === null) return;
        mark.current = null;
        form.endMark();
      },
      cancel() {
        setRefused(null);
        if (mark.current === null) return false;
        form.cancelMark(mark.current);
        mark.current = null;
        return true;
      },
    };
  }, [form, path]);
  return useMemo(() => ({ ...steps, refused }), [steps, refused]);
}
