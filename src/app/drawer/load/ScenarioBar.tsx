import { Ellipsis, Maximize2 } from 'lucide-react';
import { Button, Choice, DropMenu, IconButton, MenuItem } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useStore } from '../../useStore.ts';
import { copyScenario, keepScenario, openYaml } from './keep.ts';
import { labStore } from './labStore.ts';
import { draftAnew, keptScenarios, showDraft, showKept } from './scenario.ts';
import styles from './Form.module.css';

const DRAFT = '\0draft';

/** Which scenario is shown, and what can be done with it as a whole; and more room for all of the lab. */
export function ScenarioBar() {
  const session = useSession();
  const kept = useStore(labStore, (state) => state.kept);
  const hasDraft = useStore(labStore, (state) => (state.draft ?? '') !== '');
  const files = useSessionState((state) => state.workspace.files);
  const fullScreen = useStore(labStore, (state) => state.fullScreen);
  const paths = keptScenarios(files);
  const options = [
    ...(hasDraft || kept === null ? [{ value: DRAFT, title: 'Draft, in no file' }] : []),
    ...paths.map((path) => ({ value: path, title: path })),
  ];
  return (
    <div className={styles.bar}>
      <Choice
        aria-label="Scenario"
        value={kept ?? DRAFT}
        options={options}
        onChange={(value) => (value === DRAFT ? showDraft() : showKept(session, value))}
      />
      {kept === null ? (
        <Button size="small" onClick={() => keepScenario(session)}>
          Keep
        </Button>
      ) : (
        <Button size="small" onClick={() => openYaml(session)}>
          Open YAML
        </Button>
      )}
      <DropMenu
        label="More for the scenario"
        trigger={
          <IconButton label="More for the scenario">
            <Ellipsis size={15} aria-hidden />
          </IconButton>
        }
      >
        <MenuItem title="New draft for these files" onClick={() => void draftAnew(session)} />
        {kept !== null && <MenuItem title="Keep a copy" onClick={() => keepScenario(session)} />}
        <MenuItem title="Copy as YAML" onClick={() => void copyScenario(session)} />
      </DropMenu>
      {!fullScreen && (
        <IconButton label="Load lab on the full screen" onClick={() => labStore.set({ fullScreen: true })}>
          <Maximize2 size={14} aria-hidden />
        </IconButton>
      )}
    </div>
  );
}
