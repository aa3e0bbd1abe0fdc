import { editCommands } from './edit.ts';
import { fileCommands } from './file.ts';
import { helpCommands } from './help.ts';
import { sampleCommands } from './samples.ts';
import { viewCommands } from './view.ts';
import { workspaceCommands } from './workspaces.ts';

export const shellCommands = [
  ...editCommands,
  ...fileCommands,
  ...workspaceCommands,
  ...sampleCommands,
  ...viewCommands,
  ...helpCommands,
];
