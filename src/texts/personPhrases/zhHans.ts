import { combine } from '../chartPhrases.ts';
import type { PersonPhrases } from '../personPhrases.ts';

const email = [
  ...['邮箱', '电子邮箱', '电子邮件', '邮件', '邮箱地址', '电子邮箱地址', '电子邮件地址'],
  ...['邮件地址', 'email', 'e-mail'],
];

export const personPhrases: PersonPhrases = {
  code: [
    ...combine(['', '登录', '一次性', '安全'], ['代码', '验证码', '校验码', '密码', '口令']),
    ...['登录码', '认证码', '确认码', '动态码', '号码', '我的', '我收到的', '收到的', '是', '为'],
    ...['登录', '这是', '这里是', '给你', '如下', '请', '好的', '你好', '您好', '谢谢', 'pin'],
  ],
  greetings: ['你好', '您好'],
  nameIs: [
    '我叫',
    '我是',
    '我名叫',
    ...combine(['', '我的'], ['名字', '姓名'], ['是', '叫', '为', ':']),
  ],
  nameEnds: [],
  emailIs: combine(['', '我的'], email, ['', '是', '为']),
  and: ['和'],
  ends: ['谢谢'],
};
