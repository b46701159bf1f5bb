/** What to do about an error of Azure's; `undefined` where its own words have to do. */
export function adviceFor(code: string): string | undefined {
  return advice.find(({ codes }) => codes.test(code))?.words;
}

const advice: readonly { codes: RegExp; words: string }[] = [
  {
    codes: /quota|SkuNotAvailable|CapacityNot/i,
    words:
      'Choose another region with --location, or ask for more quota in the portal under Quotas.',
  },
  {
    codes: /^(?:MissingSubscriptionRegistration|NoRegisteredProviderFound)$/,
    words: 'Register it with az provider register --namespace followed by its name.',
  },
  {
    codes: /^(?:AuthorizationFailed|LinkedAuthorizationFailed)$/,
    words: 'You need the roles Contributor and Role Based Access Control Administrator, or Owner.',
  },
  {
    // Microsoft Graph's.
    codes: /^Authorization_RequestDenied$/,
    words:
      'In Microsoft Entra ID, you need the role Application Administrator or Cloud Application Administrator.',
  },
  {
    codes: /^RequestDisallowedByPolicy$/,
    words: 'A policy of your company forbids it: try another subscription.',
  },
  {
    codes: /^(?:LocationNotAvailableForResourceType|RegionNotSupported|InvalidResourceLocation)$/,
    words: 'Choose another region with --location; it has to offer Flex Consumption.',
  },
  {
    codes: /^(?:SubscriptionNotFound|ReadOnlyDisabledSubscription)$/,
    words: 'Choose another subscription with az account set --subscription.',
  },
];
