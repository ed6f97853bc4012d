export { Link, useLocation, useNavigate } from '../ui/index.ts'
