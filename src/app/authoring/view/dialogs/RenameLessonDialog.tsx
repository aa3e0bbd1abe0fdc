import { useRef, useState } from 'react';
import { renameLesson } from '../../../../lessons/index.ts';
import { tellFailure } from '../../../commands/tellFailure.ts';
import { FormModal, LabelledField, TextField } from '../../../controls/index.ts';
import { useSession } from '../../../session.tsx';
import { author, change } from '../../author.ts';

/** Another title, another file, or both. */
export function RenameLessonDialog({ path, onClose }: { path: string; onClose: () => void }) {
  const session = useSession();
  const { draft, pack } = author.get();
  const { files } = draft.getState();
  const lesson = pack.lessons.find(({ file }) => file.path === path)?.lesson;
  const [title, setTitle] = useState(lesson?.title ?? '');
  const [to, setTo] = useState(path);
  const field = useRef<HTMLInputElement>(null);
  const name = to.trim();
  const objection = !/^[\w][\w .-]*(?:\/[\w][\w .-]*)*\.md$/i.test(name)
    ? 'A file of a lesson is named like timeouts.md: letters, digits, dashes, and .md at the end.'
    : name !== path && files.some((file) => file.path.toLowerCase() === name.toLowerCase())
      ? `The pack has ${name} already.`
      : null;
  return (
    <FormModal
      title="Rename the lesson"
      submit="Rename"
      ready={objection === null && (!lesson || title.trim() !== '')}
      initialFocus={field}
      onSubmit={() => {
        try {
          change('Rename a lesson', renameLesson(files, path, { title: title.trim(), to: name }), name);
          onClose();
        } catch (error) {
          tellFailure(session, 'The lesson could not be renamed')(error);
        }
      }}
      onClose={onClose}
    >
      {lesson && (
        <LabelledField label="Title">
          {(words) => (
            <TextField
              {...words}
              ref={field}
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </LabelledField>
      )}
      <LabelledField
        label="File"
        error={objection}
        hint="Links and kept progress know the lesson by this name, unless its head says an id."
      >
        {(words) => <TextField {...words} mono value={to} onChange={(event) => setTo(event.target.value)} />}
      </LabelledField>
    </FormModal>
  );
}
