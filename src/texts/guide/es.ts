import type { guide as english } from './en.ts';

export function guide(): ReturnType<typeof english> {
  return {
    title: 'Cómo hacer buenas preguntas',
    about: ({ space }) => `Sobre «${space}»`,
    lead: 'Pregunta con tus propias palabras y en tu idioma. Tu pregunta se convierte en una consulta a la base de datos: di lo que le dirías a un colega que tuviera que escribirla.',
    say: {
      title: 'Di qué quieres ver',
      part: 'Di',
      example: 'Por ejemplo',
      parts: [
        { name: 'qué medir', example: '«ingresos», «número de pedidos»' },
        { name: 'cómo agruparlo', example: '«por región», «por mes»' },
        { name: 'qué período', example: '«en 2026», «los últimos 12 meses completos»' },
        { name: 'qué incluir o excluir', example: '«solo Europa», «sin devoluciones»' },
        { name: 'cuántos', example: '«los 5 primeros»' },
        { name: 'en qué orden', example: '«de mayor a menor»' },
      ],
    },
    samples: 'Preguntas para empezar',
    better: {
      title: 'De lo vago a lo claro',
      vague: 'En lugar de',
      clear: 'Pregunta',
      pairs: [
        {
          vague: '¿Cómo van las ventas?',
          clear: 'Ingresos por mes de los últimos 12 meses completos',
          why: 'Se dicen la medida, la agrupación y el período.',
        },
        {
          vague: 'Nuestros mejores clientes',
          clear: 'Los 10 clientes con más ingresos en 2026',
          why: '«Mejores» también podría referirse al beneficio o al número de pedidos.',
        },
        {
          vague: 'Pedidos recientes',
          clear:
            'Pedidos de los últimos 7 días con cliente, importe y estado, los más nuevos primero',
          why: '«Recientes» no dice desde cuándo, y un pedido tiene muchas columnas.',
        },
        {
          vague: 'Compara este año con el anterior y busca las causas de la caída',
          clear: 'Ingresos por región y trimestre de 2025 y 2026',
          why: 'Una cosa cada vez: «¿Qué región cayó más?» puede venir después.',
        },
      ],
    },
    followUp: {
      title: 'Sigue preguntando',
      text: 'La conversación se recuerda, así que bastan pocas palabras: «solo Europa», «mejor por mes», «como porcentaje del total».',
      charts: ({ line, table }) =>
        `Para ver la misma respuesta de otra forma, escribe «${line}» o «${table}».`,
      newTopic: ({ reset }) =>
        `Para otro tema, escribe primero «${reset}», para que las preguntas anteriores no cambien la respuesta.`,
    },
    words: {
      title: 'Usa las palabras de tu empresa',
      text: 'Usa los términos de tus informes y los nombres tal como están en los datos. Si una palabra tiene un significado especial, di cuál: «activo significa al menos un pedido en los últimos 90 días».',
    },
    check: {
      title: 'Comprueba la respuesta',
      text: ({ understanding, sql }) =>
        `La IA comete errores, y un número incorrecto se parece a uno correcto. «${understanding}» dice cómo se interpretó tu pregunta y «${sql}» muestra la consulta. ¿Son el período, los filtros y la unidad los que querías? Compara con un número que conozcas.`,
      trusted: ({ trusted }) =>
        `«${trusted}» debajo de una respuesta significa que su consulta la escribieron personas, no la IA.`,
    },
    askedBack: {
      title: 'Si recibes otra pregunta como respuesta',
      text: 'Tu pregunta podía significar varias cosas. Responde en pocas palabras o elige una sugerencia: no hace falta preguntar de nuevo.',
    },
    limits: {
      title: 'Lo que no se puede',
      items: [
        'Predecir el futuro: se encuentra lo que está en los datos.',
        'Explicar por qué ocurrió algo. Se puede mostrar qué cambió y dónde: «¿Qué productos perdieron más desde el trimestre pasado?»',
        'Saber lo que no está en estos datos: documentos, la web, otros sistemas.',
      ],
    },
    privacy: {
      title: 'Quién puede verlo',
      text: 'Tus preguntas se envían a Databricks para responderlas. Es posible que quienes administran allí estos datos puedan leerlas. No incluyas contraseñas ni datos personales que la pregunta no necesite.',
      more: ({ info }) => `Escribe «${info}» para ver qué se envía exactamente.`,
    },
    commands: 'Comandos útiles',
  };
}
