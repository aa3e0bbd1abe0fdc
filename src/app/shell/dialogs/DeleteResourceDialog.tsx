import { useMemo, useState } from 'react';
import { effectOf, namingsOf, type Operation } from '../../../operations/index.ts';
import { offerUndo } from '../../commands/offerUndo.ts';
import { FormModal } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { kindLoss } from './kindLoss.ts';
import { Places } from './referrals/Places.tsx';
import { ReferralChoice } from './referrals/ReferralChoice.tsx';
import { useNamings } from './referrals/useNamings.ts';
import { useFates } from './referrals/useFates.tsx';
import { countWords, effectWords } from './referrals/words.ts';
import styles from './referrals/referrals.module.css';
import type { DialogProps } from './types.ts';

/** Deletes a resource or a subset that others name, and asks what becomes of the places where they do. */
export function DeleteResourceDialog({ target, more, onClose }: DialogProps) {
  const session = useSession();
  const files = useSessionState((state) => state.workspace.files);
  const mesh = useSessionState((state) => state.analysis.mesh);
  const selected = useSessionState((state) => state.selection?.resource);
  // What is asked about stays the same while the dialog is open, whatever is selected meanwhile.
  const [id] = useState(target ?? selected ?? '');
  const resource = mesh.byId.get(id);
  const subset = more?.subset;
  const namings = useNamings(namingsOf, mesh, id, subset);
  const { fate, referrals, options, choose } = useFates(mesh, { resource: id, subset }, namings);
  const operation = useMemo((): Operation => {
    const rest = namings.length > 0 ? { resource: id, referrals } : { resource: id };
    return subset === undefined
      ? { kind: 'delete-resource', ...rest }
      : { kind: 'delete-subset', subset, ...rest };
  }, [id, subset, namings, referrals]);
  const effect = useMemo(() => effectOf({ files, mesh }, operation), [files, mesh, operation]);
  if (!resource) return null;
  const refused = effect instanceof Error ? effect.message : null;
  const effects = effect instanceof Error ? [] : effectWords(effect, id);
  const name = subset ?? resource.name;
  const what = subset === undefined ? resource.kind : 'subset';
  const loss =
    subset === undefined
      ? (kindLoss[resource.type] ?? `This ${resource.kind} is taken out of ${resource.source.file}.`)
      : `The subset is taken out of ${resource.kind} ${resource.name}.`;

  return (
    <FormModal
      title={`Delete ${subset === undefined ? name : `subset ${name}`}?`}
      description={`${loss} Undo brings it back.`}
      onClose={onClose}
      wide
      danger
      submit={`Delete the ${what}`}
      ready={refused === null}
      onSubmit={() => {
        if (!session.dispatch({ type: 'operate', operation, origin: 'palette' })) return;
        offerUndo(session, `Deleted ${name}`);
        onClose();
      }}
    >
      {namings.length > 0 && (
        <>
          <ReferralChoice
            legend={`It is named at ${countWords(namings, mesh)}`}
            value={fate}
            options={options}
            onChange={choose}
          />
          <Places namings={namings} />
        </>
      )}
      {effects.length > 0 && (
        <ul className={styles.effects} aria-label="What follows from it">
          {effects.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      {refused !== null && (
        <p role="alert" className={styles.refused}>
          {refused}
        </p>
      )}
    </FormModal>
  );
}
