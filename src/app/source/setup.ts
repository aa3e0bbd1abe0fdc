// The Monaco chunk: everything behind one dynamic import. 0.57 exports `esm/vs/*`, and `features/suggest` lacks the controller
// that shows the list of completions, hence the last import.
import * as api from 'monaco-editor/editor';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/documentSymbols/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/gotoLine/register';
import 'monaco-editor/features/gotoSymbol/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/quickOutline/register';
import 'monaco-editor/features/referenceSearch/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import { setHoverDelegateFactory } from 'monaco-editor/base/browser/ui/hover/hoverDelegateFactory';
import { WorkerBasedDocumentDiffProvider } from 'monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService';
import { StandaloneServices } from 'monaco-editor/editor/standalone/browser/standaloneServices';
import { conf, language } from 'monaco-editor/languages/definitions/yaml/yaml';
import { WorkbenchHoverDelegate } from 'monaco-editor/platform/hover/browser/hover';
import { IInstantiationService } from 'monaco-editor/platform/instantiation/common/instantiation';
import { IStorageService } from 'monaco-editor/platform/storage/common/storage';
import { onlyFreshDiffs } from './freshDiffs.ts';
import { withOurTokens } from './tokens.ts';

/** What a rename did, in a few words; Monaco says it to those who hear the page. */
export interface RenameSummary {
  readonly summary: string;
}

/** Renames are the session's, over all files at once; Monaco's own way would be one undo step for each file. */
const renames = {
  hasPreviewHandler: () => false,
  setPreviewHandler: () => ({ dispose() {} }),
  apply: (edit: Partial<RenameSummary>) =>
    Promise.resolve({ ariaSummary: edit.summary ?? '', isApplied: Boolean(edit.summary) }),
};

const diffs = {
  createDiffProvider: (options: unknown) =>
    onlyFreshDiffs(
      StandaloneServices.get(IInstantiationService).createInstance(WorkerBasedDocumentDiffProvider, options),
    ),
};

/** A function, and its result used: the package has no side effects, so a build drops what merely stands in a module. */
function prepared(): typeof api {
  self.MonacoEnvironment = {
    getWorker: () => new Worker(new URL('./editor.worker.ts', import.meta.url), { type: 'module' }),
  };

  // Before all else: whatever asks for a service first, as the language does below, has all made that were not given by then.
  StandaloneServices.initialize({ IWorkspaceEditService: renames, diffProviderFactoryService: diffs });

  // The package's own `yaml/register` would load its tokenizer as one more chunk, and the picture would change once more.
  api.languages.register({ id: 'yaml', extensions: ['.yaml', '.yml'], aliases: ['YAML'] });
  api.languages.setLanguageConfiguration('yaml', {
    ...conf,
    // A list item's new line continues the item's map: `- name: x` ⏎ stands under `name`.
    onEnterRules: [
      {
        beforeText: /^\s*(?:-\s+)*[^\s#][^#]*:\s*(?:#.*)?$/,
        action: { indentAction: api.languages.IndentAction.Indent },
      },
      {
        // What is closed on its line (`- { a: b }`) has no further keys below it.
        beforeText: /^\s*-\s+(?![{[].*[}\]]\s*(?:#.*)?$)[^\s#'"][^:#]*:\s+\S.*$/,
        action: { indentAction: api.languages.IndentAction.None, appendText: '  ' },
      },
    ],
  });
  api.languages.setMonarchTokensProvider('yaml', withOurTokens(language));

  // Keys that mean something everywhere on the page mean it here too: the palette, for whose key Monaco would await a second
  // one, adding a resource, and the lesson.
  const { CtrlCmd, Shift } = api.KeyMod;
  const { KeyA, KeyK, KeyL } = api.KeyCode;
  const ofThePage = [CtrlCmd | KeyK, CtrlCmd | Shift | KeyA, CtrlCmd | Shift | KeyL];
  api.editor.addKeybindingRules(ofThePage.map((keybinding) => ({ keybinding, command: null })));

  // The help beside a completion is open from the start; Monaco has no option for it, only a thing it remembers.
  const [profile, user] = [0, 0];
  const storage = StandaloneServices.get(IStorageService);
  storage.store('expandSuggestionDocs', true, profile, user);
  // The pane is narrow: the list of places gets as much of it as what stands there.
  storage.store('peekViewLayout', JSON.stringify({ ratio: 0.5, heightInLines: 14 }), profile, user);
  return api;
}

/** Monaco with what we need of it, ready for use. */
export const monaco = prepared();

/**
 * The editors inside a comparison make themselves the source of all tooltips of the page, and take that with them when they
 * go: lists of completions would throw from then on. To be called after each comparison that is made.
 */
export function keepTooltips(): void {
  const services = StandaloneServices.get(IInstantiationService);
  setHoverDelegateFactory((placement, instantHover) =>
    services.createInstance(WorkbenchHoverDelegate, placement, { instantHover }, {}),
  );
}

let models = 0;

/** The model of a file; lists of places name it by its path. Two of one path at a time are told apart by the query. */
export const createYamlModel = (text: string, path: string): api.editor.ITextModel =>
  createModelIn('yaml', text, path);

export const createModelIn = (language: string, text: string, path: string): api.editor.ITextModel =>
  api.editor.createModel(
    text,
    language,
    api.Uri.from({ scheme: 'meshwright', path: `/${path}`, query: String(models++) }),
  );
