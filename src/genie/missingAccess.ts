/** What access is missing to. `permissions`: to the data, or it doesn't say to what. */
export type AccessDetail = 'permissions' | 'space-access' | 'warehouse-access' | 'workspace-access';

/** Databricks' error classes and SQL states of a missing grant, and the sentences that they come with. */
const missingGrant =
  /\bPERMISSION[_ ]DENIED\b|\bUNAUTHORIZED_ACCESS\b|\bINSUFFICIENT_(?:PERMISSIONS|PRIVILEGES)\b|\bSQLSTATE[:=]? ?42501\b|\bis not (?:an|the) owner of\b|\bnot authorized\b|\bunauthorized access\b/i;
const lacksRight =
  /\b(?:does not|do not|doesn.t|don.t) have\b.{0,60}\b(?:permissions?|privileges?|access|entitlements?|(?:SELECT|MODIFY|EXECUTE|USAGE|BROWSE|USE[_ ](?:CATALOG|SCHEMA)|CAN[_ ](?:USE|VIEW|RUN|QUERY|MONITOR)) on)\b|\bhave (?:the )?can[_ ](?:use|view|run|query|monitor|edit|manage)\b/i;
const needsRight =
  /\b(?:requires?|missing|lacks?|needs?|without)\b.{0,60}\b(?:permissions?|privileges?|entitlements?|USE[_ ](?:CATALOG|SCHEMA))\b/i;
const notMember =
  /\bnot (?:a member of|assigned to|added to|part of|a user (?:of|in))\b.{0,40}(?<!\/)\bworkspace\b(?!\/)|\bnot entitled\b/i;

/** Names of the data's rights, and of what they are on: either can be in the name of a table called `warehouse`. */
const data =
  /\b(?:SELECT|MODIFY|EXECUTE|USAGE|BROWSE|APPLY[_ ]TAG|READ[_ ](?:FILES|VOLUME)|USE[_ ](?:CATALOG|SCHEMA))\b.{0,20}\b(?:on|privileges?|permissions?)\b|\b(?:on|of|to|access|read|query|select from) (?:the |this |any )?(?:table|view|schema|catalog|database|volume|function|column|external location|storage credential|connection|file)\b/i;

const warehouseRight = /\bCAN[_ ](?:USE|MONITOR)\b/;
const warehouse =
  /\b(?:permissions?|privileges?|access|authorized|can[_ ](?:use|monitor|manage))\b.{0,80}\b(?:warehouses?|endpoints?)\b|\b(?:warehouse|endpoint)\b.{0,80}\b(?:permissions?|privileges?|access|can[_ ]use|authorized)\b/i;

const space =
  /\bunable to get space\b|\bdatarooms?\/|\baclPath\b|\bread permission for node\b|\bcan[_ ](?:run|view|query|edit)\b.{0,20}\b(?:permissions?|privileges?|access|on)\b|\b(?:permissions?|access|authorized|can[_ ]manage)\b.{0,60}\b(?:genie (?:rooms?|agents?)|data ?rooms?|spaces?)\b|\b(?:genie (?:room|agent)|data ?room|space)\b.{0,60}\b(?:permissions?|access|shared)\b/i;
const spaceRight = /\bCAN[_ ](?:RUN|VIEW|QUERY)\b/;

const workspace =
  /\bunauthorized access to org\b|\buser (?:is )?not authorized\b(?! to)|\bentitle(?:ments?|d)\b|\bdatabricks[ -]sql[ -]access\b|\b(?:permissions?|access|authorized|member|assigned|added|part|user)\b.{0,60}(?<!\/)\b(?:workspace|databricks account)\b(?!\/)/i;

const searched = 2_000;

/** Whether a text of Databricks' is about a right that is missing. */
export function isMissingAccess(text: string): boolean {
  const start = text.slice(0, searched);
  return [missingGrant, lacksRight, needsRight, notMember].some((pattern) => pattern.test(start));
}

/** What a text about a missing right says that it is missing to; `undefined` if it doesn't. */
export function nameMissingAccess(text: string): AccessDetail | undefined {
  const start = text.slice(0, searched);
  if (warehouseRight.test(start)) return 'warehouse-access';
  if (data.test(start)) return 'permissions';
  if (warehouse.test(start)) return 'warehouse-access';
  if (spaceRight.test(start) || space.test(start)) return 'space-access';
  return workspace.test(start) ? 'workspace-access' : undefined;
}
