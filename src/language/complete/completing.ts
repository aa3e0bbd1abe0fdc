import type { LanguageContext } from '../context.ts';
import type { DocumentText } from '../document.ts';
import type { LooseNode } from '../loose/index.ts';
import type { Style } from './style.ts';

/** What the completers share: the document, as it reads with the caret in it. */
export interface Completing {
  readonly context: LanguageContext;
  readonly file: string;
  readonly document: DocumentText;
  readonly root: LooseNode | null;
  readonly style: Style;
}
