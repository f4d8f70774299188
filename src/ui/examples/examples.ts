/** Examples to open with one click. Made by `npx tsx test/vectors/make.ts`: invented messages, throw-away keys. */
import type { CauseId } from '../../core/diagnose/causes.ts';

export interface Example {
  readonly id: 'verified' | 'wrong-key' | 'broken' | CauseId;
  readonly keys: readonly string[];
  readonly text: string;
  /** What "my server" used, where the paste alone does not show the cause. */
  readonly served?: string;
}

const ALIPAY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA8oVXmfvbsQ0cJ/nav/FSaQ4z1tf+El5Jrp7O7bea1udILECBVYSCQd2jb2XQWuk9u0l42eNwUt1oPU8LdtTrAtdSQuw5gFwI8fkVzsr4ZQIHzAO8gc9+oQXAuydtfsFWf/IndInOxw1FIiSUj45P+nX4OwE3ZONh5Zq3xiHQYWwEoA6uw7IU8xltjUxH/RY/uxYliNmoiBaY1R7DL5aVNNo8CWOfg3HBvVbLVA1+BHcxXRttbITUinCKZMZ8JI44E2wNxXw3rptgOG+344D+78961RL4VjTrBhDQt6R6CL3+S3irIEv1pOFqgF4eBVyjcKAYB3vejjOeJy6nuy4ttwIDAQAB';
const APP =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAvf07PMDhQ0J1TAv1mENxpBPwbSctyjY4y91ZLA6HxyoftYof7SuXUzY+C+uvo70YuJUOFd8Xmx6a2W8uCe0gSADZ88eoUMGfagOYBJCel/TPvBzk72OHA5YHsH+1uOF7DHD1qh7IjmBKW8Me7oA4S/BJpB6cuwDB8Mor/OTLb7KG3vuMr81mraOAL+O/hv+9UrvOPuigobrCnXdBudlE2kgsuAhxm/E4i3pepKFqGKtByW7cxgkJLlI4RQchAY3Fl7EXM802R09OzhhH+qZapD0yumA66VGI1HbDwUt48iqcVHwrj82+E2MLgl8i2RJq56VFBxi5yayB0F3gRbFRTQIDAQAB';

export const examples: readonly Example[] = [
  {
    id: 'verified',
    keys: [ALIPAY],
    text: 'gmt_create=2024-05-18+10%3A21%3A36&charset=utf-8&seller_id=2088000000000202&seller_email=finance%40shop.example&subject=%E6%89%8B%E5%86%B2%E5%92%96%E5%95%A1%E8%B1%86+250g%EF%BC%88%E6%B5%85%E7%83%98%EF%BC%89%2B%E6%BB%A4%E7%BA%B8&body=%E4%BA%91%E5%8D%97%E6%99%AE%E6%B4%B1%C2%B7%E6%97%A5%E6%99%92%E5%A4%84%E7%90%86&buyer_id=2088000000000303&buyer_logon_id=138****0000&sign=0FuyeA%2BxuTRiD6DqlAWtAh6tj3hfNqkBffFcBhJTgn3r6P79Y24iukDOUykuFaZFcRaT%2BljHvBekphTim6CQYGyhuH5RmSHVJk6HSlqd3Sjw7utNsCXSSTNFbHr%2FnA7VOaxT8Q84m%2BK1h0WwVodhFmRbwPn8Qt1I2DM5F6cYJqu%2BNeV%2B1LsW6Y9086FMDCmz%2FcfHdjBVsbN5P22iSb6qdK4IBgZJvRr%2FjOHVbmIUVYUe7HeBuE9jmQHvNujlhcVTAn%2BkjUsPQA8tMTwlliY2nyZuF7yh1oKUIl9X8SfuLEBfEt7oo%2FfS66jw2uh5SppX4WwAXiJvU%2FLi9%2Fg5yTOPpA%3D%3D&invoice_amount=86.00&notify_id=2024051800222000000000000000000101&fund_bill_list=%5B%7B%22amount%22%3A%2280.00%22%2C%22fundChannel%22%3A%22ALIPAYACCOUNT%22%7D%2C%7B%22amount%22%3A%226.00%22%2C%22fundChannel%22%3A%22COUPON%22%7D%5D&notify_type=trade_status_sync&trade_status=TRADE_SUCCESS&receipt_amount=86.00&buyer_pay_amount=80.00&app_id=2021003100000101&auth_app_id=2021003100000101&version=1.0&gmt_payment=2024-05-18+10%3A21%3A52&notify_time=2024-05-18+10%3A21%3A53&out_trade_no=KF20240518102136001&total_amount=86.00&trade_no=2024051822001400000000000101&point_amount=0.00&sign_type=RSA2',
  },
  {
    id: 'wrong-key',
    keys: [APP],
    text: 'gmt_create=2024-05-18+10%3A21%3A36&charset=utf-8&seller_id=2088000000000202&seller_email=finance%40shop.example&subject=%E6%89%8B%E5%86%B2%E5%92%96%E5%95%A1%E8%B1%86+250g%EF%BC%88%E6%B5%85%E7%83%98%EF%BC%89%2B%E6%BB%A4%E7%BA%B8&body=%E4%BA%91%E5%8D%97%E6%99%AE%E6%B4%B1%C2%B7%E6%97%A5%E6%99%92%E5%A4%84%E7%90%86&buyer_id=2088000000000303&buyer_logon_id=138****0000&sign=0FuyeA%2BxuTRiD6DqlAWtAh6tj3hfNqkBffFcBhJTgn3r6P79Y24iukDOUykuFaZFcRaT%2BljHvBekphTim6CQYGyhuH5RmSHVJk6HSlqd3Sjw7utNsCXSSTNFbHr%2FnA7VOaxT8Q84m%2BK1h0WwVodhFmRbwPn8Qt1I2DM5F6cYJqu%2BNeV%2B1LsW6Y9086FMDCmz%2FcfHdjBVsbN5P22iSb6qdK4IBgZJvRr%2FjOHVbmIUVYUe7HeBuE9jmQHvNujlhcVTAn%2BkjUsPQA8tMTwlliY2nyZuF7yh1oKUIl9X8SfuLEBfEt7oo%2FfS66jw2uh5SppX4WwAXiJvU%2FLi9%2Fg5yTOPpA%3D%3D&invoice_amount=86.00&notify_id=2024051800222000000000000000000101&fund_bill_list=%5B%7B%22amount%22%3A%2280.00%22%2C%22fundChannel%22%3A%22ALIPAYACCOUNT%22%7D%2C%7B%22amount%22%3A%226.00%22%2C%22fundChannel%22%3A%22COUPON%22%7D%5D&notify_type=trade_status_sync&trade_status=TRADE_SUCCESS&receipt_amount=86.00&buyer_pay_amount=80.00&app_id=2021003100000101&auth_app_id=2021003100000101&version=1.0&gmt_payment=2024-05-18+10%3A21%3A52&notify_time=2024-05-18+10%3A21%3A53&out_trade_no=KF20240518102136001&total_amount=86.00&trade_no=2024051822001400000000000101&point_amount=0.00&sign_type=RSA2',
  },
  {
    id: 'broken',
    keys: [ALIPAY],
    text: 'gmt_create=2024-05-18+10%3A21%3A36&charset=utf-8&seller_id=2088000000000202&seller_email=finance%40shop.example&subject=%E6%89%8B%E5%86%B2%E5%92%96%E5%95%A1%E8%B1%86+250g%EF%BC%88%E6%B5%85%E7%83%98%EF%BC%89%2B%E6%BB%A4%E7%BA%B8&body=%E4%BA%91%E5%8D%97%E6%99%AE%E6%B4%B1%C2%B7%E6%97%A5%E6%99%92%E5%A4%84%E7%90%86&buyer_id=2088000000000303&buyer_logon_id=138****0000&sign=0FuyeA%2BxuTRiD6DqlAWtAh6tj3hfNqkBffFcBhJTgn3r6P79Y24iukDOUykuFaZFcRaT%2BljHvBekphTim6CQYGyhuH5RmSHVJk6HSlqd3Sjw7utNsCXSSTNFbHr%2FnA7VOaxT8Q84m%2BK1h0WwVodhFmRbwPn8Qt1I2DM5F6cYJqu%2BNeV%2B1LsW6Y9086FMDCmz%2FcfHdjBVsbN5P22iSb6qdK4IBgZJvRr%2FjOHVbmIUVYUe7HeBuE9jmQHvNujlhcVTAn%2BkjUsPQA8tMTwlliY2nyZuF7yh1oKUIl9X8SfuLEBfEt7oo%2FfS66jw2uh5SppX4WwAXiJvU%2FLi9%2Fg5yTOPpA%3D%3D&invoice_amount=86.00&notify_id=2024051800222000000000000000000101&fund_bill_list=%5B%7B%26quot%3Bamount%26quot%3B%3A%26quot%3B80.00%26quot%3B%2C%26quot%3BfundChannel%26quot%3B%3A%26quot%3BALIPAYACCOUNT%26quot%3B%7D%2C%7B%26quot%3Bamount%26quot%3B%3A%26quot%3B6.00%26quot%3B%2C%26quot%3BfundChannel%26quot%3B%3A%26quot%3BCOUPON%26quot%3B%7D%5D&notify_type=trade_status_sync&trade_status=TRADE_SUCCESS&receipt_amount=86.00&buyer_pay_amount=80.00&app_id=2021003100000101&auth_app_id=2021003100000101&version=1.0&gmt_payment=2024-05-18+10%3A21%3A52&notify_time=2024-05-18+10%3A21%3A53&out_trade_no=KF20240518102136001&total_amount=86.00&trade_no=2024051822001400000000000101&point_amount=0.00&sign_type=RSA2',
  },
];
