import type { languages } from 'monaco-editor/editor';

type YamlTokens = languages.IMonarchLanguage & {
  tokenizer: Record<string, languages.IMonarchLanguageRule[]>;
};

const endOfValue = String.raw`(?=[ \t]*(?:$|[ \t]#))`;

/** Monaco's YAML tokenizer, which also sees durations, and numbers and words that a comment follows. */
export function withOurTokens(language: YamlTokens): YamlTokens {
  const values: languages.IMonarchLanguageRule[] = [
    [new RegExp(String.raw`(?:\d+(?:\.\d+)?(?:ms|s|m|h))+${endOfValue}`), 'number.duration'],
    [new RegExp(String.raw`[-+]?\d+(?:\.\d+)?${endOfValue}`), 'number'],
    [new RegExp(String.raw`(?:true|false|null|True|False|Null|TRUE|FALSE|NULL|~)${endOfValue}`), 'keyword'],
  ];
  const root = language.tokenizer['root'] ?? [];
  const blanksAndComments = 2;
  return {
    ...language,
    tokenizer: {
      ...language.tokenizer,
      root: [...root.slice(0, blanksAndComments), ...values, ...root.slice(blanksAndComments)],
    },
  };
}
