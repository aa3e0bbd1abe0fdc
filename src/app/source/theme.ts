import type { editor } from 'monaco-editor/editor';
import { colourReader } from './colour.ts';
import { monaco } from './setup.ts';

/** Draws Monaco in the tokens of the page, and again when the page changes its theme. Returns the way to stop. */
export function followTheme(): () => void {
  const apply = () => {
    const root = document.documentElement;
    const colours = colourReader(root);
    monaco.editor.defineTheme('meshwright', themeOf(root.dataset['theme'] === 'dark', colours.read));
    colours.done();
    monaco.editor.setTheme('meshwright');
  };
  apply();
  const observer = new MutationObserver(apply);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function themeOf(dark: boolean, token: (name: string) => string): editor.IStandaloneThemeData {
  const clear = `${token('panel')}00`;
  const rule = (scope: string, name: string) => ({ token: scope, foreground: token(name).replace('#', '') });
  return {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'yaml-value'),
      rule('type', 'yaml-key'),
      rule('string', 'yaml-value'),
      // Monaco's own theme has a rule for YAML, which would win over the general one.
      rule('string.yaml', 'yaml-value'),
      rule('string.invalid', 'error'),
      rule('string.escape', 'yaml-number'),
      rule('number', 'yaml-number'),
      rule('number.duration', 'yaml-duration'),
      rule('keyword', 'yaml-word'),
      rule('comment', 'yaml-comment'),
      rule('operators', 'yaml-mark'),
      rule('delimiter', 'yaml-mark'),
      rule('namespace', 'policy'),
      rule('tag', 'policy'),
      rule('meta', 'yaml-mark'),
    ],
    colors: {
      'editor.background': token('panel'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('yaml-line-number'),
      'editorLineNumber.dimmedForeground': token('yaml-line-number'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorCursor.foreground': token('accent'),
      'editor.selectionBackground': token('yaml-selection'),
      'editor.inactiveSelectionBackground': token('accent-soft'),
      'editor.selectionHighlightBackground': token('accent-soft'),
      'editor.wordHighlightBackground': token('accent-soft'),
      'editor.wordHighlightStrongBackground': token('accent-soft'),
      'editor.wordHighlightTextBackground': clear,
      'editor.lineHighlightBackground': clear,
      'editor.lineHighlightBorder': clear,
      'editor.findMatchBackground': token('yaml-selection'),
      'editor.findMatchHighlightBackground': token('accent-soft'),
      'editor.foldBackground': token('hover'),
      'editorIndentGuide.background1': token('line'),
      'editorIndentGuide.activeBackground1': token('line-strong'),
      'editorBracketMatch.background': token('accent-soft'),
      'editorBracketMatch.border': token('accent'),
      'editorError.foreground': token('error'),
      'editorWarning.foreground': token('warn'),
      'editorInfo.foreground': token('external'),
      'editorHint.foreground': token('muted'),
      'editorWidget.background': token('panel'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('panel'),
      'editorHoverWidget.border': token('line-strong'),
      'editorSuggestWidget.background': token('panel'),
      'editorSuggestWidget.border': token('line-strong'),
      'editorSuggestWidget.foreground': token('ink'),
      'editorSuggestWidget.selectedBackground': token('accent-soft'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('accent'),
      'editorSuggestWidget.focusHighlightForeground': token('accent'),
      'editorOverviewRuler.border': clear,
      'editorGutter.background': token('panel'),
      'scrollbar.shadow': clear,
      'scrollbarSlider.background': `${token('muted')}33`,
      'scrollbarSlider.hoverBackground': `${token('muted')}55`,
      'scrollbarSlider.activeBackground': `${token('muted')}77`,
      'input.background': token('panel'),
      'input.foreground': token('ink'),
      'input.border': token('line-strong'),
      'inputOption.activeBorder': token('accent'),
      'inputOption.activeBackground': token('accent-soft'),
      'inputOption.activeForeground': token('ink'),
      focusBorder: token('accent'),
      'quickInput.background': token('panel'),
      'quickInput.foreground': token('ink'),
      'quickInputList.focusBackground': token('accent-soft'),
      'quickInputList.focusForeground': token('ink'),
      'list.hoverBackground': token('hover'),
      'list.focusBackground': token('accent-soft'),
      'list.focusForeground': token('ink'),
      'list.activeSelectionBackground': token('accent-soft'),
      'list.activeSelectionForeground': token('ink'),
      'list.highlightForeground': token('accent'),
      'menu.background': token('panel'),
      'menu.foreground': token('ink'),
      'menu.selectionBackground': token('accent-soft'),
      'menu.selectionForeground': token('ink'),
      'menu.separatorBackground': token('line'),
      'textLink.foreground': token('accent'),
      'textCodeBlock.background': token('hover'),
      descriptionForeground: token('muted'),
      'diffEditor.insertedLineBackground': token('yaml-added'),
      'diffEditor.insertedTextBackground': token('yaml-added-word'),
      'diffEditor.removedLineBackground': token('yaml-removed'),
      'diffEditor.removedTextBackground': token('yaml-removed-word'),
      'diffEditor.unchangedRegionBackground': token('paper'),
      'diffEditor.unchangedRegionForeground': token('muted'),
      'diffEditor.border': token('line'),
    },
  };
}
