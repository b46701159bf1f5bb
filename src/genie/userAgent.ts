import { version } from '../version.ts';

/** Names us in the workspace's audit log. Databricks asks for `name/version` from everything that calls it. */
export const userAgent = `genie-teams-bot/${version} nodejs/${process.versions.node}`;
