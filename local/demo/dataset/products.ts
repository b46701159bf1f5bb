/** One article of the catalogue. Money in US dollars. */
export interface Product {
  id: number;
  name: string;
  category: string;
  price: number;
  cost: number;
  description: string;
}

type Row = [name: string, category: string, price: number, cost: number, taste: string];

const rows: Row[] = [
  ['Quinoa & Kale Bowl', 'Bowls', 9.49, 4.85, 'red quinoa, curly kale and roasted chickpeas'],
  ['Vegan Pizza', 'Pizza', 8.99, 4.4, 'a thin rice crust, tomato sauce and grilled vegetables'],
  ['Organic Chili', 'Soups & Chili', 6.79, 2.95, 'black beans, sweet corn and smoked paprika'],
  ['Teriyaki Tofu Bowl', 'Bowls', 8.79, 4.6, 'glazed tofu, edamame and brown rice'],
  ['Brown Rice & Veggie Bowl', 'Bowls', 7.49, 3.55, 'brown rice, broccoli and a tahini dressing'],
  ['Harvest Casserole Bowl', 'Bowls', 8.29, 4.25, 'sweet potato, lentils and a walnut crumble'],
  ['Margherita Pizza', 'Pizza', 7.99, 3.7, 'slow-risen dough, tomatoes and fresh basil'],
  ['Spinach & Feta Pizza', 'Pizza', 8.49, 4.15, 'baby spinach, feta and a little garlic'],
  ['Gluten-Free Mushroom Pizza', 'Pizza', 9.99, 5.6, 'a corn base with three kinds of mushrooms'],
  ['Lentil Soup', 'Soups & Chili', 4.49, 1.75, 'green lentils, carrots and bay leaf'],
  ['Tomato Bisque', 'Soups & Chili', 4.29, 1.6, 'vine tomatoes and a touch of cream'],
  ['Minestrone', 'Soups & Chili', 4.59, 1.8, 'seven vegetables and small pasta'],
  ['Split Pea Soup', 'Soups & Chili', 4.19, 1.5, 'yellow peas cooked for four hours'],
  ['Bean & Rice Burrito', 'Burritos & Wraps', 3.99, 1.55, 'pinto beans, rice and mild salsa'],
  ['Breakfast Burrito', 'Burritos & Wraps', 4.49, 1.95, 'scrambled tofu, potatoes and peppers'],
  ['Black Bean "Fiesta" Wrap', 'Burritos & Wraps', 4.99, 2.2, 'black beans, corn and lime'],
  ['Samosa Wrap', 'Burritos & Wraps', 5.29, 2.45, 'potatoes, peas and garam masala'],
  ['Pizza Snack Bites', 'Snacks', 5.49, 2.7, 'small pockets filled with cheese and tomato'],
  ['Spinach Falafel', 'Snacks', 4.89, 2.05, 'chickpeas, spinach and cumin'],
  ['Crispy Cauliflower | Family Pack', 'Snacks', 10.99, 6.3, 'breaded florets for four people'],
  ['Apple-Oat Bar', 'Snacks', 2.29, 0.95, 'oats, dried apple and cinnamon'],
  ['Chocolate Cake', 'Desserts', 6.99, 3.3, 'dark cocoa and a soft centre'],
  ['Mango Sorbet', 'Desserts', 5.99, 2.4, 'Alphonso mango and lime'],
  ['Crème Brûlée Duo', 'Desserts', 7.49, 4.35, 'two pots with caramel to crack'],
  ['Pumpkin Pie (next season)', 'Desserts', 8.99, 4.1, 'roasted pumpkin and nutmeg'],
];

/** The catalogue, best sellers first. The last article is announced but has never been sold. */
export const products: readonly Product[] = rows.map(
  ([name, category, price, cost, taste], index) => ({
    id: 101 + index,
    name,
    category,
    price,
    cost,
    description: describe(name, category, taste),
  }),
);

function describe(name: string, category: string, taste: string): string {
  return (
    `${name}: ${taste}. Made in small batches without artificial colours, frozen within the hour ` +
    `and packed in recyclable board. Heat it in the oven or the microwave. Part of our ` +
    `"${category}" range; allergens are printed on the back of the pack. Keep at -18 °C.`
  );
}
