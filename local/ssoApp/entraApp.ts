import * as z from 'zod/mini';

const texts = z._default(z.array(z.string()), []);

/** An app registration, as Microsoft Graph sends it, in the parts that are added to. */
export const entraAppSchema = z.object({
  id: z.string(),
  appId: z.string(),
  signInAudience: z.nullish(z.string()),
  identifierUris: texts,
  web: z._default(z.object({ redirectUris: texts }), { redirectUris: [] }),
  api: z._default(
    z.object({
      oauth2PermissionScopes: z._default(
        z.array(z.looseObject({ id: z.string(), value: z.nullish(z.string()) })),
        [],
      ),
      preAuthorizedApplications: z._default(
        z.array(z.object({ appId: z.string(), delegatedPermissionIds: texts })),
        [],
      ),
    }),
    { oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  ),
  requiredResourceAccess: z._default(
    z.array(
      z.object({
        resourceAppId: z.string(),
        resourceAccess: z.array(z.object({ id: z.string(), type: z.string() })),
      }),
    ),
    [],
  ),
  optionalClaims: z.nullish(
    z.looseObject({
      accessToken: z.optional(z.array(z.looseObject({ name: z.string() }))),
      idToken: z.optional(z.array(z.looseObject({ name: z.string() }))),
    }),
  ),
});

export type EntraApp = z.infer<typeof entraAppSchema>;

/** An app that has nothing yet. */
export const emptyApp = (id: string, appId: string): EntraApp =>
  entraAppSchema.parse({ id, appId });
