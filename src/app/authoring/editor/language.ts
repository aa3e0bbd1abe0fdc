import { monaco } from '../../source/setup.ts';

/** Markdown with a head and blocks of YAML. */
export const LESSON = 'meshwright-lesson';

let registered = false;

/** Tells Monaco of lessons, once. */
export function registerLessonLanguage(): void {
  if (registered) return;
  registered = true;
  monaco.languages.register({ id: LESSON, aliases: ['Lesson'] });
  monaco.languages.setLanguageConfiguration(LESSON, {
    surroundingPairs: ['`', '*', '_', '"'].map((mark) => ({ open: mark, close: mark })),
    brackets: [
      ['{', '}'],
      ['[', ']'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '[', close: ']' },
      { open: '(', close: ')' },
    ],
    onEnterRules: [
      {
        beforeText: /^\s*(?:-\s+)*[a-zA-Z]+:\s*$/,
        action: { indentAction: monaco.languages.IndentAction.Indent },
      },
    ],
  });
  monaco.languages.setMonarchTokensProvider(LESSON, {
    defaultToken: '',
    tokenPostfix: '.lesson',
    tokenizer: {
      // Only the first line can begin a head.
      root: [
        [/^---\s*$/, { token: 'meta', next: '@head', nextEmbedded: 'yaml' }],
        [/^(?=.)/, { token: '@rematch', switchTo: '@prose' }],
        [/$/, { token: '', switchTo: '@prose' }],
      ],
      head: [[/^(?:---|\.\.\.)\s*$/, { token: 'meta', next: '@prose', nextEmbedded: '@pop' }]],
      prose: [
        [/^ {0,3}#{1,6}[ \t].*$/, 'keyword.heading'],
        [
          /^( {0,3})(`{3,}|~{3,})(ya?ml)(.*)$/,
          ['', 'meta', 'type', { token: 'number', next: '@yaml', nextEmbedded: 'yaml' }],
        ],
        [/^( {0,3})(`{3,}|~{3,})(.*)$/, ['', 'meta', { token: 'type', next: '@fence' }]],
        [/^\s*>+/, 'comment'],
        [/^\s*(?:[*+-]|\d+\.)\s/, 'meta'],
        [/\\./, 'string'],
        [/\*\*(?:[^*\\]|\\.)+\*\*/, 'strong'],
        [/\b_[^_]+_\b/, 'emphasis'],
        [/`[^`]+`/, 'number'],
        [/(!?\[)([^\]]*)(\]\([^)]*\))/, ['meta', 'tag', 'meta']],
        [/[^\\*_`[!]+/, ''],
      ],
      yaml: [[/^ {0,3}(?:`{3,}|~{3,})\s*$/, { token: 'meta', next: '@pop', nextEmbedded: '@pop' }]],
      fence: [
        [/^ {0,3}(?:`{3,}|~{3,})\s*$/, { token: 'meta', next: '@pop' }],
        [/.+$/, 'string'],
      ],
    },
  });
}
