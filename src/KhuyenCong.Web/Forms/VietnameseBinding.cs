using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace KhuyenCong.Web.Forms;

/// <summary>The framework's own binding refusals, in Vietnamese.</summary>
public static class VietnameseBinding
{
    public static void SpeakVietnamese(this DefaultModelBindingMessageProvider messages)
    {
        ArgumentNullException.ThrowIfNull(messages);
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => $"“{value}” không đúng dạng.");
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"“{value}” không đúng dạng.");
        messages.SetUnknownValueIsInvalidAccessor(_ => "Giá trị không đúng dạng.");
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "Giá trị không đúng dạng.");
        messages.SetValueIsInvalidAccessor(value => $"“{value}” không đúng dạng.");
        messages.SetValueMustBeANumberAccessor(_ => "Phải là một số.");
        messages.SetNonPropertyValueMustBeANumberAccessor(() => "Phải là một số.");
        messages.SetValueMustNotBeNullAccessor(_ => "Bắt buộc nhập.");
        messages.SetMissingBindRequiredValueAccessor(_ => "Bắt buộc nhập.");
        messages.SetMissingKeyOrValueAccessor(() => "Bắt buộc nhập.");
        messages.SetMissingRequestBodyRequiredValueAccessor(() => "Yêu cầu không có nội dung.");
    }
}
