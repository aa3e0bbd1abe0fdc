import { asLabels } from '../../../istio/index.ts';
import { workloadToAssume } from '../../../operations/index.ts';
import type { Path, YamlValue } from '../../../yaml/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useForm } from '../form/context.ts';
import { picks } from '../model/picks.ts';
import { AssumeNote } from './AssumeNote.tsx';

interface LabelsNoteProps {
  readonly value: YamlValue | undefined;
  readonly path: Path;
  readonly outer: Path | undefined;
}

/** Of labels that no workload of the files carries, that one can be assumed to exist. */
export function LabelsNote({ value, path, outer }: LabelsNoteProps) {
  const form = useForm();
  const session = useSession();
  const toAssume = () => {
    const { mesh } = session.getState().analysis;
    const picked = picks(mesh, form.resource(), path, asLabels(value));
    return picked && workloadToAssume(mesh, picked.namespace, picked.labels);
  };
  const lacking = useSessionState(() => toAssume() !== null);
  if (!lacking) return null;
  return (
    <AssumeNote
      path={path}
      outer={outer}
      lacking="No workload in these files has these labels."
      label="Assume that a workload with these labels exists"
      operation={toAssume}
    />
  );
}
