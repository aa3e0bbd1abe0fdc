import { useState } from 'react';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useForm } from '../form/context.ts';
import { useEditSession } from '../form/useEditSession.ts';
import type { Parsed } from '../model/parse.ts';
import { pathKey } from '../model/path.ts';

interface Draft {
  readonly text: string;
  /** The value that stood there when the text was typed. If another one stands there now, the text is out of date. */
  readonly base: YamlValue | undefined;
}

export interface TextDraft {
  readonly text: string;
  /** Why the text is not written, or what will become of it. */
  readonly message: string | null;
  readonly invalid: boolean;
  change(text: string): void;
  /** The person is done with the field (blur, Enter). */
  settle(): void;
  /** Escape: everything as it was. False if there was nothing to take back. */
  cancel(): boolean;
}

interface Options {
  readonly path: Path;
  readonly value: YamlValue | undefined;
  readonly parse: (text: string) => Parsed;
  /** Left empty, the field is removed, with parents that would be left empty below this path … */
  readonly keep?: Path | undefined;
  /** … or, where this is given, gets this value. */
  readonly whenEmpty?: YamlValue | undefined;
  /** How a written value comes back as `value`; as it is, unless said otherwise. */
  readonly comesBack?: (written: YamlValue) => YamlValue;
}

/**
 * Text being typed for a value. Each valid state is written at once; an invalid one stays in the input with its reason
 * and is not written. Emptying is written only on leaving, so that typing anew keeps the line and its comment.
 */
export function useTextDraft({
  path,
  value,
  parse,
  keep: kept,
  whenEmpty,
  comesBack = same,
}: Options): TextDraft {
  const form = useForm();
  const edit = useEditSession(path);
  const key = pathKey(path);
  const [state, setState] = useState<Draft | null>(() => form.drafts.get(key) ?? null);
  const draft = state && Object.is(state.base, value) ? state : null;
  const written = textOf(value);
  const text = draft?.text ?? written;
  const empty = text.trim() === '';
  const parsed = draft && !empty ? parse(text) : null;
  const reason = parsed && !parsed.ok ? parsed.message : null;

  const keep = (next: Draft | null) => {
    setState(next);
    if (next === null) form.drafts.delete(key);
    else form.drafts.set(key, next);
  };

  return {
    text,
    invalid: reason !== null || edit.refused !== null,
    message: edit.refused ?? reason,
    change(next) {
      const result = next.trim() === '' ? null : parse(next);
      if (result?.ok && edit.set(result.value)) keep({ text: next, base: comesBack(result.value) });
      else keep({ text: next, base: value });
    },
    settle() {
      if (draft && empty && written !== '') {
        keep(null);
        if (whenEmpty === undefined) edit.remove(kept);
        else edit.set(whenEmpty);
      } else if (draft && reason === null && edit.refused === null) {
        keep(null);
      }
      edit.end();
    },
    cancel() {
      const changed = draft !== null && draft.text !== written;
      keep(null);
      return edit.cancel() || changed;
    },
  };
}

const same = (written: YamlValue) => written;

/** A value as it stands in an input. */
export function textOf(value: YamlValue | undefined): string {
  return value === undefined || value === null || typeof value === 'object' ? '' : String(value);
}
