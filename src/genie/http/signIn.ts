import { htmlTitle, isHtml } from './htmlWords.ts';

/** As segments of a path, or as the first part of a host's name. */
const signInPath =
  /(?:^|[/._-])(?:log-?(?:in|on)|sign-?(?:in|on)|sso|saml2?|oidc|oauth2?|authorize|auth|adfs)(?:[/._-]|$)/i;
const signInHost = /^(?:login|logon|signin|sso|auth|idp|accounts?)[.-]/i;

const signInTitle =
  /\b(?:sign[\s-]?(?:in|on)|log[\s-]?(?:in|on)|anmelden|anmeldung|se connecter|connexion|iniciar sesi|accedi|inloggen)|ログイン|サインイン|登录|登入|로그인/i;
const troubleTitle = /\b(?:unavailable|error|gateway|time-?out|maintenance)\b/i;

const passwordField = /<input\b[^<>]*\bpassword\b/i;
const sendsToSignIn =
  /(?:\blocation\b|\bhttp-equiv\b)[^<>]{0,200}(?:\/login\b|\/sign-?in\b|\/oidc\/|\/saml)/i;

const searched = 20_000;

/** Whether an address leads to where people sign in: Databricks' own page, or that of an identity provider. */
export function isSignInAddress({ hostname, pathname }: URL): boolean {
  return signInHost.test(hostname) || signInPath.test(pathname.slice(0, 500));
}

/** Whether a body is a page on which people sign in, or one that sends them there. */
export function isSignInPage(body: string): boolean {
  if (!isHtml(body)) return false;
  const title = (htmlTitle(body) ?? '').slice(0, 500);
  const start = body.slice(0, searched);
  return (
    (signInTitle.test(title) && !troubleTitle.test(title)) ||
    passwordField.test(start) ||
    sendsToSignIn.test(start)
  );
}
