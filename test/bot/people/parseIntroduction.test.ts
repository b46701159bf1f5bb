import { describe, expect, it } from 'vitest';
import { parseIntroduction } from '../../../src/bot/people/parseIntroduction.ts';

const ada = { email: 'ada@example.com', name: 'Ada Lovelace' };

describe('an introduction', () => {
  it.each([
    'ada@example.com',
    ' Ada@Example.com. ',
    '/email ada@example.com',
    'Email: ada@example.com',
    'my e-mail address is ada@example.com',
    '<ada@example.com>',
    'My email is:\nada@example.com',
    'set email ada@example.com',
    'Meine E-Mail ist ada@example.com',
    'Meine E-Mail-Adresse lautet: ada@example.com',
    'E-Mail: ada@example.com',
    '/e-mail angeben ada@example.com',
    'Mon adresse e-mail est ada@example.com.',
    'mon mail : ada@example.com',
    'adresse electronique: ada@example.com',
    'Mi correo electrónico es ada@example.com',
    'mi direccion de correo es ada@example.com',
    'Correo: ada@example.com',
    'Meu e-mail é ada@example.com',
    'O meu endereço de e-mail é ada@example.com',
    'メールアドレスは ada@example.com です。',
    '私のメールはada@example.comです。よろしくお願いします。',
    'メール：ａｄａ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    '我的邮箱是 ada@example.com',
    '电子邮件：ada@example.com，谢谢',
    '邮箱ada@example.com',
    '“ada@example.com”',
  ])('may be an address alone: %j', (text) => {
    expect(parseIntroduction(text)?.email.toLowerCase()).toBe('ada@example.com');
    expect(parseIntroduction(text)).not.toHaveProperty('name');
  });

  it.each([
    'Ada Lovelace <ada@example.com>',
    'email Ada Lovelace <ada@example.com>',
    'I am Ada Lovelace, ada@example.com',
    'I’m Ada Lovelace (ada@example.com)',
    'My name is Ada Lovelace and my email is ada@example.com.',
    '“Ada Lovelace <ada@example.com>”',
    '« Ada Lovelace <ada@example.com> »',
    'I am Ada Lovelace – ada@example.com',
    'My name is Ada Lovelace. My email is ada@example.com',
    'My name is Ada Lovelace\nMy email address is ada@example.com',
    'Name: Ada Lovelace, email: ada@example.com',
    'Hi, I’m Ada Lovelace, my email is ada@example.com, thanks!',
    'Ich heiße Ada Lovelace, meine E-Mail ist ada@example.com',
    'ich heisse Ada Lovelace und meine E-Mail-Adresse lautet ada@example.com.',
    'Mein Name ist Ada Lovelace. Meine Mailadresse: ada@example.com',
    'Hallo, ich bin Ada Lovelace (ada@example.com)',
    'Name: Ada Lovelace, E-Mail: ada@example.com',
    'Je m’appelle Ada Lovelace, mon e-mail est ada@example.com',
    "Je m'appelle Ada Lovelace et mon adresse e-mail est ada@example.com",
    'Bonjour, je suis Ada Lovelace <ada@example.com>',
    'Nom : Ada Lovelace, e-mail : ada@example.com',
    'Me llamo Ada Lovelace y mi correo es ada@example.com',
    'Hola, soy Ada Lovelace, mi correo electronico es ada@example.com. Gracias',
    'Nombre: Ada Lovelace, correo: ada@example.com',
    'Meu nome é Ada Lovelace e meu e-mail é ada@example.com',
    'Sou a Ada Lovelace, ada@example.com',
    'Eu me chamo Ada Lovelace, meu email: ada@example.com. Obrigada!',
    '私の名前はAda Lovelace、メールアドレスはada@example.comです。',
    'Ada Lovelaceです。メールは ada@example.com です',
    'Ada Lovelaceと申します。ada@example.com です。よろしくお願いします。',
    '名前：Ada Lovelace、メール：ada@example.com',
    '我叫Ada Lovelace，我的邮箱是ada@example.com',
    '你好，我是 Ada Lovelace，电子邮箱是 ada@example.com。',
    '姓名：Ada Lovelace，邮箱：ada@example.com',
  ])('may name the person: %j', (text) => {
    expect(parseIntroduction(text)).toEqual(ada);
  });

  it.each([
    ['Ada O’Brien <ada@example.com>', 'Ada O’Brien'],
    ['Ada King Jr. <ada@example.com>', 'Ada King Jr.'],
    ['Ich heiße Änne Groß-Müller, meine E-Mail ist ada@example.com', 'Änne Groß-Müller'],
    ['Soy José Ñúñez, ada@example.com', 'José Ñúñez'],
    ['エイダ・ラブレスです。メールは ada@example.com です。', 'エイダ・ラブレス'],
    ['我叫王小明，邮箱 ada@example.com', '王小明'],
    ['ﾔﾏﾀﾞと申します、ada@example.com', 'ヤマダ'],
    ['İpek <ada@example.com>', 'İpek'],
  ])('keeps the name as it is written: %j', (text, name) => {
    expect(parseIntroduction(text)).toEqual({ email: 'ada@example.com', name });
  });

  it.each([
    'orders of ada@example.com',
    'orders, ada@example.com',
    'orders, my email is ada@example.com',
    'I am looking for ada@example.com',
    'My name is missing in the list, show me the orders of ada@example.com',
    'email of the customer whose address is ada@example.com',
    'Bestellungen von ada@example.com',
    'Bestellungen, ada@example.com',
    'Ich bin neu hier, zeig mir Bestellungen von ada@example.com',
    'Meine E-Mail ist ada@example.com, zeig mir den Umsatz',
    'E-Mail ada@example.com Umsatz?',
    'commandes de ada@example.com',
    'Je suis à la recherche de ada@example.com',
    'pedidos de ada@example.com por mes',
    'soy el cliente de ada@example.com',
    'pedidos, meu e-mail é ada@example.com',
    'メールはada@example.comのユーザーの売上',
    'ada@example.comの注文',
    'ada@example.comは？',
    '邮箱是ada@example.com的订单',
    '我是哪个区域的负责人 ada@example.com',
    'ich heiße Ada, ada@example.com oder ada@example.org',
    'ich heiße Ada',
    'meine E-Mail ist',
    'ada@example.com orders this year',
    'email addresses of our customers',
    'email campaigns, by month',
    'ada@localhost',
    'a@b@example.com',
    `${'a'.repeat(250)}@example.com`,
    '',
  ])('is not seen in a question: %j', (text) => {
    expect(parseIntroduction(text)).toBeUndefined();
  });

  it('is found in no time, however long the text', () => {
    const startedAt = performance.now();
    for (const part of [
      'a ',
      'a.',
      'i am a ',
      'a, ',
      '<',
      'a@',
      'ich heiße ',
      'です',
      '。',
      'и ',
    ]) {
      parseIntroduction(part.repeat(5_000));
      parseIntroduction(`i am ${part.repeat(5_000)}@`);
      parseIntroduction(`i am ${part.repeat(500)}`.slice(0, 480).concat('@example.com'));
    }
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
