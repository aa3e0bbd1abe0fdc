import { useState } from 'react';
import { namingsByName, subsetNames, type Following } from '../../../operations/index.ts';
import { panes } from '../../commands/panes.ts';
import { Button } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { NameForm } from './NameForm.tsx';
import { resourceNameObjection } from './names.ts';
import { Places } from './referrals/Places.tsx';
import { useNamings } from './referrals/useNamings.ts';
import { ReferralChoice } from './referrals/ReferralChoice.tsx';
import { countWords } from './referrals/words.ts';
import type { DialogProps } from './types.ts';

/** Gives a resource or a subset another name, and asks whether the places that name it follow. */
export function RenameResourceDialog({ target, more, onClose }: DialogProps) {
  const session = useSession();
  const mesh = useSessionState((state) => state.analysis.mesh);
  const selected = useSessionState((state) => state.selection?.resource);
  const [id] = useState(target ?? selected ?? '');
  const [references, setReferences] = useState<Following>('follow');
  const subset = more?.subset;
  const resource = mesh.byId.get(id);
  const namings = useNamings(namingsByName, mesh, id, subset);
  if (!resource) return null;
  const { kind, type, namespace } = resource;
  const name = subset ?? resource.name;
  const taken =
    subset === undefined
      ? mesh.resources
          .filter((other) => other.type === type && other.namespace === namespace && other.id !== id)
          .map((other) => other.name)
      : subsetNames(resource).filter((other) => other !== subset);
  const objection = (to: string) =>
    resourceNameObjection(to) ??
    (taken.includes(to)
      ? subset === undefined
        ? `There is a ${kind} of this name in the namespace.`
        : `${resource.name} has a subset of this name.`
      : null);
  const rename = (to: string) => {
    const rest = { resource: id, name: to, references };
    return session.dispatch({
      type: 'operate',
      operation:
        subset === undefined
          ? { kind: 'rename-resource', ...rest }
          : { kind: 'rename-subset', subset, ...rest },
      origin: 'palette',
    });
  };
  return (
    <NameForm
      title={`Rename ${subset === undefined ? '' : 'subset '}${name}`}
      label="Name"
      value={more?.name ?? name}
      objection={objection}
      submit="Rename"
      onSubmit={(to) => to === name || rename(to)}
      onClose={onClose}
      renderAside={(to) =>
        namings.length > 0 && (
          <Button
            look="quiet"
            onClick={() =>
              panes.shell?.openDialog('refactor', id, {
                refactoring: subset === undefined ? 'rename' : 'rename-subset',
                name: to,
                ...(subset !== undefined && { subset }),
              })
            }
          >
            See each line…
          </Button>
        )
      }
    >
      {namings.length > 0 && (
        <>
          <ReferralChoice
            legend={`It is named at ${countWords(namings, mesh)}`}
            value={references}
            options={[
              { value: 'follow', title: 'Change the name there too', words: 'Everything works as before.' },
              {
                value: 'leave',
                title: 'Leave the old name there',
                words: 'It then names something that is not there; the picture and the problems show it.',
              },
            ]}
            onChange={setReferences}
          />
          <Places namings={namings} />
        </>
      )}
    </NameForm>
  );
}
