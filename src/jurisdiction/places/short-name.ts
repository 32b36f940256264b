const PEOPLES =
  '蒙古族|蒙古|回族|藏族|维吾尔族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|高山族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|达斡尔|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|鄂温克族|德昂族|保安族|裕固族|独龙族|鄂伦春族|各族|多民族';
/** A division named after a people keeps the name when nothing else is left: 鄂温克族自治旗. */
const AUTONOMOUS = new RegExp(`^(.{2,}?)(?:${PEOPLES})+(?:自治区|自治州|自治县|自治旗|联合旗)$`, 'u');
const PLAIN = /^(.{2,}?)(?:特别行政区|自治区|自治州|自治县|自治旗|联合旗|地区|新区|矿区|林区|省|市|区|县|旗|盟|州)$/u;

/** What people call a division in short: 沈阳, 内蒙古, 沈北, 喀喇沁左翼. Undefined when nothing shorter is usable (赵县). */
export function shortNameOf(name: string): string | undefined {
  const short = AUTONOMOUS.exec(name)?.[1] ?? PLAIN.exec(name)?.[1];
  return short === undefined || short === name ? undefined : short;
}
