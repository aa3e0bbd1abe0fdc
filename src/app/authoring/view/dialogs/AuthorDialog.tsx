import { titlePack } from '../../../../lessons/index.ts';
import { tellFailure } from '../../../commands/tellFailure.ts';
import { useSession } from '../../../session.tsx';
import { Confirm } from '../../../shell/dialogs/Confirm.tsx';
import { NameForm } from '../../../shell/dialogs/NameForm.tsx';
import { author, change, removeDraft, titleOf } from '../../author.ts';
import { BorrowDialog } from './BorrowDialog.tsx';
import { NewLessonDialog } from './NewLessonDialog.tsx';
import { RenameLessonDialog } from './RenameLessonDialog.tsx';

export type OpenAuthorDialog =
  | { readonly dialog: 'new' | 'borrow' | 'pack-title' | 'delete-pack' }
  | { readonly dialog: 'rename'; readonly path: string };

/** The dialogs of authoring, one at a time. */
export function AuthorDialog({ open, onClose }: { open: OpenAuthorDialog; onClose: () => void }) {
  const session = useSession();
  const failed = tellFailure(session, 'That could not be done');
  switch (open.dialog) {
    case 'new':
      return <NewLessonDialog onClose={onClose} />;
    case 'borrow':
      return <BorrowDialog onClose={onClose} />;
    case 'rename':
      return <RenameLessonDialog path={open.path} onClose={onClose} />;
    case 'pack-title':
      return (
        <NameForm
          title="Rename this pack"
          description="Learners see the title above its lessons."
          label="Title"
          value={titleOf(author.get().pack)}
          objection={(name) => (name === '' ? 'A pack needs a title.' : null)}
          submit="Rename"
          onSubmit={(title) => {
            try {
              change('Rename the pack', titlePack(author.get().draft.getState().files, title));
            } catch (error) {
              failed(error);
            }
            return true;
          }}
          onClose={onClose}
        />
      );
    case 'delete-pack':
      return (
        <Confirm
          title="Delete this pack?"
          description={`“${titleOf(author.get().pack)}” and what it holds goes from this browser for good. Download it first if you may want it again.`}
          submit="Delete"
          danger
          onSubmit={() => void removeDraft().catch(failed)}
          onClose={onClose}
        />
      );
  }
}
