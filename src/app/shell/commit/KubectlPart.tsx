import { kubectlCommands, type ResourceChange } from '../../../exchange/index.ts';
import { isKustomization } from '../../../istio/index.ts';
import type { TextFile } from '../../../text/index.ts';
import { Segmented } from '../../controls/index.ts';
import { useStore } from '../../useStore.ts';
import { CopyText } from './CopyText.tsx';
import { commitStore } from './readyState.ts';
import styles from './CommitDialog.module.css';

interface KubectlPartProps {
  resources: readonly ResourceChange[];
  files: readonly TextFile[];
}

/** The commands that show a cluster the changes, or bring them. */
export function KubectlPart({ resources, files }: KubectlPartProps) {
  const { verb, from } = useStore(commitStore, (state) => state);
  const commands = kubectlCommands(resources, files, { verb, from });
  const kustomized = files.some(({ path }) => isKustomization(path));
  return (
    <div className={styles.part}>
      <div className={styles.choices}>
        <Segmented
          label="What kubectl does"
          value={verb}
          options={[
            { value: 'diff', title: 'Compare with the cluster' },
            { value: 'apply', title: 'Apply' },
          ]}
          onChange={(next) => commitStore.set({ verb: next })}
        />
        <Segmented
          label="What it is given"
          value={from}
          options={[
            { value: 'files', title: 'The changed files' },
            { value: 'here', title: 'The changed resources, in the command' },
          ]}
          onChange={(next) => commitStore.set({ from: next })}
        />
      </div>
      {commands === '' ? (
        <p className={styles.note}>No resource changed for a cluster: there is nothing to apply.</p>
      ) : (
        <CopyText
          label="Commands"
          text={commands}
          copy="Copy the commands"
          rows={12}
          hint={
            from === 'files'
              ? 'Run it in the folder that these files are in, after they are saved there.'
              : 'Runs anywhere in a shell such as bash: the resources are in it.'
          }
        />
      )}
      {kustomized && (
        <p className={styles.note}>
          There are kustomizations among the files: what they patch, prefix or generate is not in these
          commands. Use <code>kubectl {verb} -k</code> with the folder of the overlay for that.
        </p>
      )}
    </div>
  );
}
