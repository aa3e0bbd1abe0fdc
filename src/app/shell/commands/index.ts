import { editCommands } from './edit.ts';
import { fileCommands } from './file.ts';
import { helpCommands } from './help.ts';
import { viewCommands } from './view.ts';

export const shellCommands = [...editCommands, ...fileCommands, ...viewCommands, ...helpCommands];
