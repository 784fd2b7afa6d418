using KhuyenCong.Data.Identity;
using Microsoft.AspNetCore.Identity;

namespace KhuyenCong.Web.Hosting;

/// <summary>Refuses passwords that are long but plain: the user name, a run of one key, the words everybody tries.</summary>
public sealed class PlainPasswords : IPasswordValidator<Account>
{
    private static readonly string[] Tried = ["password", "matkhau", "123456", "qwerty", "khuyencong", "congthuong", "vietnam", "iloveyou", "admin"];

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        var folded = SearchText.Fold(password).Replace(" ", "");
        var name = SearchText.Fold(user.UserName);
        // What is left once the tried words are taken out must still be a password of its own.
        var rest = Tried.Aggregate(folded, (text, word) => text.Replace(word, ""));
        return Task.FromResult(rest.Length < 8 || (name.Length >= 4 && folded.Contains(name, StringComparison.Ordinal))
            ? IdentityResult.Failed(new IdentityError { Code = "PasswordTooPlain", Description = "Mật khẩu quá dễ đoán: không dùng tên đăng nhập hoặc các từ quen thuộc." })
            : IdentityResult.Success);
    }
}

/// <summary>Identity's own refusals, in Vietnamese.</summary>
public sealed class VietnameseIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => new() { Code = nameof(DefaultError), Description = "Không thực hiện được. Vui lòng thử lại." };

    public override IdentityError ConcurrencyFailure() => new() { Code = nameof(ConcurrencyFailure), Description = "Tài khoản vừa được sửa ở nơi khác. Vui lòng tải lại trang." };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = "Mật khẩu hiện tại không đúng." };

    public override IdentityError InvalidUserName(string? userName) => new() { Code = nameof(InvalidUserName), Description = $"Tên đăng nhập “{userName}” chỉ được gồm chữ không dấu, số và . - _ @." };

    public override IdentityError DuplicateUserName(string userName) => new() { Code = nameof(DuplicateUserName), Description = $"Tên đăng nhập “{userName}” đã có người dùng." };

    public override IdentityError PasswordTooShort(int length) => new() { Code = nameof(PasswordTooShort), Description = $"Mật khẩu phải có ít nhất {length} ký tự." };

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => new() { Code = nameof(PasswordRequiresUniqueChars), Description = $"Mật khẩu phải có ít nhất {uniqueChars} ký tự khác nhau." };

    public override IdentityError PasswordRequiresDigit() => new() { Code = nameof(PasswordRequiresDigit), Description = "Mật khẩu phải có chữ số." };

    public override IdentityError PasswordRequiresLower() => new() { Code = nameof(PasswordRequiresLower), Description = "Mật khẩu phải có chữ thường." };

    public override IdentityError PasswordRequiresUpper() => new() { Code = nameof(PasswordRequiresUpper), Description = "Mật khẩu phải có chữ hoa." };
}
