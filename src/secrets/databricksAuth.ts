/** A secret in Azure Key Vault, read with a managed identity: the one of `identityClientId`, else the system's. */
export interface VaultSecret {
  kind: 'key-vault';
  /** `https://<vault>.vault.azure.net` */
  vaultUri: string;
  secretName: string;
  identityClientId?: string;
}

/** How the bot proves to Databricks who it is. */
export type DatabricksAuth =
  /** Not at all: people ask with their own rights. */
  | { kind: 'none' }
  | { kind: 'static'; token: string }
  | VaultSecret
  | OAuthClient
  | { kind: 'azure-msi'; clientId?: string };

/** A Databricks service principal with an OAuth secret. */
export interface OAuthClient {
  kind: 'oauth-m2m';
  /** The workspace: `https://<host>`. */
  host: string;
  clientId: string;
  secret: { kind: 'value'; value: string } | VaultSecret;
}
