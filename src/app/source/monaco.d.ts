// Parts of Monaco that its package ships without declarations: what is used of them, no more.

declare module 'monaco-editor/features/*/register' {}
declare module 'monaco-editor/editor/editor.worker' {}
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController' {}

declare module 'monaco-editor/editor/browser/editorExtensions' {
  import type { IDisposable } from 'monaco-editor/editor';

  interface MultiCommand {
    /** `run` returns false where the next implementation shall try. */
    addImplementation(priority: number, name: string, run: () => boolean): IDisposable;
  }
  export const UndoCommand: MultiCommand;
  export const RedoCommand: MultiCommand;
}

declare module 'monaco-editor/base/browser/ui/hover/hoverDelegateFactory' {
  /** What makes the tooltips of everything that is drawn from now on. */
  export function setHoverDelegateFactory(
    make: (placement: 'mouse' | 'element', instantHover: boolean) => unknown,
  ): void;
}

declare module 'monaco-editor/platform/hover/browser/hover' {
  export const WorkbenchHoverDelegate: new () => object;
}

declare module 'monaco-editor/editor/browser/widget/diffEditor/diffProviderFactoryService' {
  import type { editor } from 'monaco-editor/editor';

  /** Services beside its options are given to it by `createInstance`. */
  export class WorkerBasedDocumentDiffProvider {
    computeDiff(
      original: editor.ITextModel,
      modified: editor.ITextModel,
      ...rest: readonly unknown[]
    ): Promise<unknown>;
  }
}

declare module 'monaco-editor/platform/instantiation/common/instantiation' {
  export interface InstantiationService {
    createInstance<T>(type: new (...given: never[]) => T, ...given: readonly unknown[]): T;
  }
  export const IInstantiationService: { readonly type?: InstantiationService };
}

declare module 'monaco-editor/platform/storage/common/storage' {
  export interface StorageService {
    store(key: string, value: boolean | string, scope: number, target: number): void;
  }
  export const IStorageService: { readonly type?: StorageService };
}

declare module 'monaco-editor/editor/standalone/browser/standaloneServices' {
  export const StandaloneServices: {
    /** Before anything else asks for a service: `overrides` by the services' ids. */
    initialize(overrides: Readonly<Record<string, unknown>>): void;
    get<T>(service: { readonly type?: T }): T;
  };
}

declare module 'monaco-editor/languages/definitions/yaml/yaml' {
  import type { languages } from 'monaco-editor/editor';

  export const conf: languages.LanguageConfiguration;
  export const language: languages.IMonarchLanguage & {
    tokenizer: Record<string, languages.IMonarchLanguageRule[]>;
  };
}
