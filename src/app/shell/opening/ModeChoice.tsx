import { LabelledField, Segmented } from '../../controls/index.ts';

export type OpenMode = 'add' | 'replace';

const words: Record<OpenMode, string> = {
  add: 'The files come in beside those that are here.',
  replace: 'The files become a workspace of their own. What is here now stays among your workspaces.',
};

/** Beside what is here, or instead of it. */
export function ModeChoice({ mode, onChange }: { mode: OpenMode; onChange: (mode: OpenMode) => void }) {
  return (
    <LabelledField label="What is here now" hint={words[mode]}>
      {() => (
        <Segmented
          label="What is here now"
          wide
          value={mode}
          onChange={onChange}
          options={[
            { value: 'add', title: 'Keep, and add' },
            { value: 'replace', title: 'Replace' },
          ]}
        />
      )}
    </LabelledField>
  );
}
