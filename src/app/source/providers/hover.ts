import type { IDisposable } from 'monaco-editor/editor';
import { hover } from '../../../language/index.ts';
import type { Session } from '../../../session/index.ts';
import { contextOf } from '../context.ts';
import type { Models } from '../models.ts';
import { rangeIn } from './ranges.ts';
import { monaco } from '../setup.ts';

/** Help about the key or value under the pointer. */
export function registerHover(session: Session, models: Models): IDisposable {
  return monaco.languages.registerHoverProvider('yaml', {
    async provideHover(model, position) {
      const open = models.byModel(model);
      if (!open) return null;
      const found = await hover(contextOf(session), open.path, open.lines.offsetAt(position));
      if (!found || model.isDisposed()) return null;
      return { range: rangeIn(open.lines, found.range), contents: found.parts.map((value) => ({ value })) };
    },
  });
}
