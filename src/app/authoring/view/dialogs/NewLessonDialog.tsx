import { useRef, useState } from 'react';
import { addLessons, emptyLesson, exampleLesson, freeLessonPath } from '../../../../lessons/index.ts';
import { tellFailure } from '../../../commands/tellFailure.ts';
import { FormModal, LabelledField, Segmented, TextField } from '../../../controls/index.ts';
import { useSession } from '../../../session.tsx';
import { author, change } from '../../author.ts';

type From = 'example' | 'empty';
const WORDS: Record<From, string> = {
  example: 'Two steps that can be taught as they are, with one of each block: change them into yours.',
  empty: 'A title, an empty file to begin with and one step.',
};

/** Asks for a title, and what to begin with. */
export function NewLessonDialog({ onClose }: { onClose: () => void }) {
  const session = useSession();
  const [title, setTitle] = useState('');
  const [from, setFrom] = useState<From>('example');
  const field = useRef<HTMLInputElement>(null);
  const files = author.get().draft.getState().files;
  const called = title.trim();
  const path = freeLessonPath(files, called);
  const submit = () => {
    try {
      const text = (from === 'example' ? exampleLesson : emptyLesson)(called);
      change(`New lesson “${called}”`, addLessons(files, [{ path, text }]), path);
      onClose();
    } catch (error) {
      tellFailure(session, 'The lesson could not be added')(error);
    }
  };
  return (
    <FormModal
      title="New lesson"
      submit="Add"
      ready={called !== ''}
      initialFocus={field}
      onSubmit={submit}
      onClose={onClose}
    >
      <LabelledField
        label="Title"
        hint={called === '' ? 'Learners see it in the list of lessons.' : `Its file is ${path}.`}
      >
        {(words) => (
          <TextField
            {...words}
            ref={field}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </LabelledField>
      <Segmented
        label="What it begins with"
        value={from}
        options={[
          { value: 'example', title: 'An example' },
          { value: 'empty', title: 'Nothing' },
        ]}
        onChange={setFrom}
      />
      <p>{WORDS[from]}</p>
    </FormModal>
  );
}
