import type { editor } from 'monaco-editor/editor';
import { monaco } from './setup.ts';

/** The face of the text, shared by Monaco and by what stands in until it is there. */
export const LINE_HEIGHT = 20;
export const FONT_SIZE = 12.5;
export const TOP = 8;

export const editorOptions: editor.IEditorOptions & editor.IGlobalEditorOptions = {
  fontFamily: "'JetBrains Mono Variable', 'JetBrains Mono', ui-monospace, monospace",
  fontSize: FONT_SIZE,
  lineHeight: LINE_HEIGHT,
  padding: { top: TOP, bottom: 40 },
  automaticLayout: true,
  minimap: { enabled: false },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 6,
  glyphMargin: false,
  folding: true,
  showFoldingControls: 'mouseover',
  scrollBeyondLastLine: false,
  renderLineHighlight: 'none',
  renderFinalNewline: 'on',
  overviewRulerBorder: false,
  hideCursorInOverviewRuler: true,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
  smoothScrolling: true,
  fixedOverflowWidgets: true,
  wordBasedSuggestions: 'off',
  quickSuggestions: { other: 'on', comments: 'off', strings: 'on' },
  suggestSelection: 'first',
  suggest: {
    showWords: false,
    showSnippets: true,
    insertMode: 'replace',
    preview: false,
    showStatusBar: false,
  },
  acceptSuggestionOnCommitCharacter: false,
  tabSize: 2,
  insertSpaces: true,
  detectIndentation: true,
  autoIndent: 'full',
  // Typing must not change more than was typed.
  trimAutoWhitespace: false,
  unusualLineTerminators: 'off',
  bracketPairColorization: { enabled: false },
  guides: { indentation: false, bracketPairs: false },
  occurrencesHighlight: 'off',
  stickyScroll: { enabled: false },
  lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.On },
  hover: { delay: 350, above: false },
  accessibilitySupport: 'auto',
  'semanticHighlighting.enabled': false,
};
